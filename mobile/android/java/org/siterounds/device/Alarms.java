package org.siterounds.device;

import android.app.AlarmManager;
import android.app.PendingIntent;
import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.content.SharedPreferences;
import android.net.Uri;
import android.util.Log;
import java.util.Map;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

/**
 * Reminders: kept in the app's preferences, set with the AlarmManager, shown as notifications. The alarms are inexact, so no
 * permission is needed; they are set again after a restart, an update and a change of the clock.
 */
public final class Alarms extends BroadcastReceiver {
    private static final String DUE = "org.siterounds.DUE";
    private static final String KEPT = "reminders";
    private static final String TAG = "Alarms";

    /** Set the reminder of a key; {@code atMs} is a decimal number of milliseconds since 1970 UTC. */
    public static void set(Context context, String key, String atMs, String title, String text, String channelName) {
        try {
            JSONObject reminder = new JSONObject();
            reminder.put("at_ms", Long.parseLong(atMs));
            reminder.put("title", title);
            reminder.put("text", text);
            reminder.put("channel", channelName);
            keptIn(context).edit().putString(key, reminder.toString()).apply();
            arm(context, key, Long.parseLong(atMs));
        } catch (JSONException error) {
            Log.e(TAG, "a reminder could not be kept", error);
        }
    }

    /** Forget the reminder of a key and take its notification away. */
    public static void clear(Context context, String key) {
        keptIn(context).edit().remove(key).apply();
        managerOf(context).cancel(pending(context, key));
        Notices.hide(context, key);
    }

    /** Return what is set and not yet shown: a JSON list of {@code key, at_ms, title, text}. */
    public static String kept(Context context) {
        JSONArray all = new JSONArray();
        for (Map.Entry<String, ?> entry : keptIn(context).getAll().entrySet()) {
            try {
                all.put(new JSONObject(String.valueOf(entry.getValue())).put("key", entry.getKey()));
            } catch (JSONException error) {
                Log.e(TAG, "a reminder cannot be read", error);
            }
        }
        return all.toString();
    }

    @Override
    public void onReceive(Context context, Intent intent) {
        if (DUE.equals(intent.getAction())) {
            Uri which = intent.getData();
            if (which != null) {
                show(context, which.getSchemeSpecificPart());
            }
            return;
        }
        setAllAgain(context);
        if (Intent.ACTION_BOOT_COMPLETED.equals(intent.getAction())) {
            SyncStarter.afterRestart(context);
        }
    }

    private static void show(Context context, String key) {
        String kept = keptIn(context).getString(key, null);
        if (kept == null) {
            return;
        }
        keptIn(context).edit().remove(key).apply();
        try {
            JSONObject reminder = new JSONObject(kept);
            Notices.show(
                    context,
                    "due",
                    reminder.getString("channel"),
                    key,
                    reminder.getString("title"),
                    reminder.getString("text"));
        } catch (JSONException error) {
            Log.e(TAG, "a reminder cannot be read", error);
        }
    }

    private static void setAllAgain(Context context) {
        for (Map.Entry<String, ?> entry : keptIn(context).getAll().entrySet()) {
            try {
                arm(context, entry.getKey(), new JSONObject(String.valueOf(entry.getValue())).getLong("at_ms"));
            } catch (JSONException error) {
                Log.e(TAG, "a reminder cannot be read", error);
            }
        }
    }

    private static void arm(Context context, String key, long atMs) {
        managerOf(context).setAndAllowWhileIdle(AlarmManager.RTC_WAKEUP, atMs, pending(context, key));
    }

    private static PendingIntent pending(Context context, String key) {
        Intent intent = new Intent(context, Alarms.class).setAction(DUE).setData(Uri.fromParts("reminder", key, null));
        return PendingIntent.getBroadcast(
                context, 0, intent, PendingIntent.FLAG_IMMUTABLE | PendingIntent.FLAG_UPDATE_CURRENT);
    }

    private static SharedPreferences keptIn(Context context) {
        return context.getSharedPreferences(KEPT, Context.MODE_PRIVATE);
    }

    private static AlarmManager managerOf(Context context) {
        return (AlarmManager) context.getSystemService(Context.ALARM_SERVICE);
    }
}
