package org.siterounds.device;

import android.app.AlarmManager;
import android.app.PendingIntent;
import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.os.SystemClock;
import android.util.Log;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.json.JSONArray;
import org.json.JSONException;
import org.siterounds.siterounds.ServiceSync;

/**
 * Starts the sync service, at once or by an alarm. Where Android does not let an app in the background start it (from API 31
 * on, unless the person has exempted the app from saving battery), a notification says that records wait.
 *
 * <p>What waits is noted in a small file, since two processes and a restart of the tablet must know of it.
 */
public final class SyncStarter extends BroadcastReceiver {
    private static final String RETRY = "org.siterounds.RETRY";
    private static final String WAITS = "sync-waits";
    private static final String TAG = "SyncStarter";
    private static final long AFTER_RESTART_MS = 60_000;

    /** Start the service; the four texts are its channel, its line, and title and text of the notice that work waits. */
    public static void start(Context context, String channel, String running, String title, String text) {
        note(context, channel, running, title, text);
        startNow(context);
    }

    /** End the service. */
    public static void stop(Context context) {
        ServiceSync.stop(context);
    }

    /** Start the service in about so many seconds. */
    public static void later(
            Context context, String waitS, String channel, String running, String title, String text) {
        note(context, channel, running, title, text);
        arm(context, Long.parseLong(waitS) * 1000L);
    }

    /** Everything is sent: no alarm, no notice. */
    public static void settled(Context context) {
        managerOf(context).cancel(pending(context));
        Notices.hide(context, WAITS);
        if (!fileIn(context).delete()) {
            Log.d(TAG, "nothing waited");
        }
    }

    static void afterRestart(Context context) {
        if (fileIn(context).exists()) {
            arm(context, AFTER_RESTART_MS);
        }
    }

    @Override
    public void onReceive(Context context, Intent intent) {
        startNow(context);
    }

    private static void startNow(Context context) {
        String[] words = words(context);
        try {
            context.startForegroundService(ServiceSync.getDefaultIntent(context, "", words[0], words[1], ""));
        } catch (IllegalStateException refused) { // ForegroundServiceStartNotAllowedException from API 31 on
            Log.w(TAG, "the service may not start from the background", refused);
            Notices.show(context, WAITS, words[0], WAITS, words[2], words[3]);
        }
    }

    private static void arm(Context context, long waitMs) {
        managerOf(context)
                .setAndAllowWhileIdle(
                        AlarmManager.ELAPSED_REALTIME_WAKEUP,
                        SystemClock.elapsedRealtime() + waitMs,
                        pending(context));
    }

    private static PendingIntent pending(Context context) {
        Intent intent = new Intent(context, SyncStarter.class).setAction(RETRY);
        return PendingIntent.getBroadcast(
                context, 0, intent, PendingIntent.FLAG_IMMUTABLE | PendingIntent.FLAG_UPDATE_CURRENT);
    }

    private static void note(Context context, String... words) {
        JSONArray all = new JSONArray();
        for (String word : words) {
            all.put(word);
        }
        try (FileOutputStream file = new FileOutputStream(fileIn(context))) {
            file.write(all.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException error) {
            Log.e(TAG, "it could not be noted that work waits", error);
        }
    }

    private static String[] words(Context context) {
        String[] words = {"Sync", "Sync", "Sync", "Sync"};
        try (FileInputStream file = new FileInputStream(fileIn(context))) {
            byte[] content = new byte[1 << 13];
            int length = Math.max(0, file.read(content));
            JSONArray all = new JSONArray(new String(content, 0, length, StandardCharsets.UTF_8));
            for (int index = 0; index < words.length; index++) {
                words[index] = all.getString(index);
            }
        } catch (IOException | JSONException error) {
            Log.w(TAG, "the words of the notice cannot be read", error);
        }
        return words;
    }

    private static File fileIn(Context context) {
        return new File(context.getFilesDir(), WAITS);
    }

    private static AlarmManager managerOf(Context context) {
        return (AlarmManager) context.getSystemService(Context.ALARM_SERVICE);
    }
}
