package org.siterounds.device;

import android.app.Notification;
import android.app.NotificationChannel;
import android.app.NotificationManager;
import android.app.PendingIntent;
import android.content.Context;
import android.content.Intent;

/** Shows a notification that opens the app. */
final class Notices {
    private Notices() {}

    static void show(Context context, String channel, String channelName, String key, String title, String text) {
        NotificationManager manager = managerOf(context);
        manager.createNotificationChannel(
                new NotificationChannel(channel, channelName, NotificationManager.IMPORTANCE_HIGH));
        Intent open = context.getPackageManager().getLaunchIntentForPackage(context.getPackageName());
        PendingIntent tapped =
                PendingIntent.getActivity(
                        context, 0, open, PendingIntent.FLAG_IMMUTABLE | PendingIntent.FLAG_UPDATE_CURRENT);
        Notification notice =
                new Notification.Builder(context, channel)
                        .setSmallIcon(context.getApplicationInfo().icon)
                        .setContentTitle(title)
                        .setContentText(text)
                        .setStyle(new Notification.BigTextStyle().bigText(text))
                        .setContentIntent(tapped)
                        .setAutoCancel(true)
                        .build();
        manager.notify(key, 1, notice);
    }

    static void hide(Context context, String key) {
        managerOf(context).cancel(key, 1);
    }

    private static NotificationManager managerOf(Context context) {
        return (NotificationManager) context.getSystemService(Context.NOTIFICATION_SERVICE);
    }
}
