package org.siterounds.device;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.os.CancellationSignal;
import android.os.ParcelFileDescriptor;
import android.print.PageRange;
import android.print.PrintAttributes;
import android.print.PrintDocumentAdapter;
import android.print.PrintDocumentInfo;
import android.print.PrintManager;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Gives a PDF file to the system's print dialog, as it is. */
public final class PdfPrint extends PrintDocumentAdapter {
    private final File file;

    private PdfPrint(File file) {
        this.file = file;
    }

    /** Open the print dialog; on the thread of the window. */
    public static void print(Activity activity, File file) {
        PrintManager manager = (PrintManager) activity.getSystemService(Context.PRINT_SERVICE);
        manager.print(file.getName(), new PdfPrint(file), new PrintAttributes.Builder().build());
    }

    @Override
    public void onLayout(
            PrintAttributes before,
            PrintAttributes now,
            CancellationSignal cancelled,
            LayoutResultCallback told,
            Bundle more) {
        if (cancelled.isCanceled()) {
            told.onLayoutCancelled();
            return;
        }
        PrintDocumentInfo info =
                new PrintDocumentInfo.Builder(file.getName())
                        .setContentType(PrintDocumentInfo.CONTENT_TYPE_DOCUMENT)
                        .build();
        told.onLayoutFinished(info, true);
    }

    @Override
    public void onWrite(
            PageRange[] pages, ParcelFileDescriptor target, CancellationSignal cancelled, WriteResultCallback told) {
        try (InputStream from = new FileInputStream(file);
                OutputStream to = new FileOutputStream(target.getFileDescriptor())) {
            byte[] part = new byte[1 << 16];
            int length = from.read(part);
            while (length > 0) {
                if (cancelled.isCanceled()) {
                    told.onWriteCancelled();
                    return;
                }
                to.write(part, 0, length);
                length = from.read(part);
            }
            told.onWriteFinished(new PageRange[] {PageRange.ALL_PAGES});
        } catch (IOException error) {
            told.onWriteFailed(error.toString());
        }
    }
}
