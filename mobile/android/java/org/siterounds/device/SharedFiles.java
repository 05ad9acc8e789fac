package org.siterounds.device;

import android.content.ContentProvider;
import android.content.ContentValues;
import android.content.Context;
import android.content.pm.ProviderInfo;
import android.database.Cursor;
import android.database.MatrixCursor;
import android.net.Uri;
import android.os.ParcelFileDescriptor;
import android.provider.OpenableColumns;
import android.webkit.MimeTypeMap;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;

/**
 * Lends single files of two private folders to the app that was given their address, for as long as Android's grant lasts:
 * the camera writes into one, other apps read what is shared or printed from the other. Nothing else can be reached.
 */
public final class SharedFiles extends ContentProvider {
    private static final String CAPTURE = "capture";
    private static final String SHARED = "shared";
    private static volatile String authority = "";
    private static volatile File captures;
    private static volatile File shared;

    /** Return the address of a file in one of the two folders. */
    public static Uri uriOf(File file) throws IOException {
        File whole = file.getCanonicalFile();
        String root = whole.getParentFile().equals(captures.getCanonicalFile()) ? CAPTURE : SHARED;
        if (root.equals(SHARED) && !whole.getParentFile().equals(shared.getCanonicalFile())) {
            throw new IOException("not a file that may be lent: " + file);
        }
        return new Uri.Builder()
                .scheme("content")
                .authority(authority)
                .appendPath(root)
                .appendPath(whole.getName())
                .build();
    }

    @Override
    public void attachInfo(Context context, ProviderInfo info) {
        authority = info.authority;
        captures = new File(context.getFilesDir(), "photos/capture");
        shared = new File(context.getCacheDir(), "shared");
        super.attachInfo(context, info);
    }

    @Override
    public boolean onCreate() {
        return true;
    }

    @Override
    public ParcelFileDescriptor openFile(Uri uri, String mode) throws FileNotFoundException {
        boolean isCapture = CAPTURE.equals(uri.getPathSegments().get(0));
        if (!isCapture && !"r".equals(mode)) {
            throw new FileNotFoundException("may only be read: " + uri);
        }
        return ParcelFileDescriptor.open(fileOf(uri), ParcelFileDescriptor.parseMode(mode));
    }

    @Override
    public String getType(Uri uri) {
        String name = uri.getLastPathSegment();
        String suffix = name == null ? "" : name.substring(name.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
        String type = MimeTypeMap.getSingleton().getMimeTypeFromExtension(suffix);
        return type == null ? "application/octet-stream" : type;
    }

    @Override
    public Cursor query(Uri uri, String[] columns, String selection, String[] arguments, String order) {
        String[] wanted = columns == null ? new String[] {OpenableColumns.DISPLAY_NAME, OpenableColumns.SIZE} : columns;
        Object[] row = new Object[wanted.length];
        File file;
        try {
            file = fileOf(uri);
        } catch (FileNotFoundException error) {
            return new MatrixCursor(wanted, 0);
        }
        for (int index = 0; index < wanted.length; index++) {
            if (OpenableColumns.DISPLAY_NAME.equals(wanted[index])) {
                row[index] = file.getName();
            } else if (OpenableColumns.SIZE.equals(wanted[index])) {
                row[index] = Long.valueOf(file.length());
            }
        }
        MatrixCursor found = new MatrixCursor(wanted, 1);
        found.addRow(row);
        return found;
    }

    @Override
    public Uri insert(Uri uri, ContentValues values) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int delete(Uri uri, String selection, String[] arguments) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int update(Uri uri, ContentValues values, String selection, String[] arguments) {
        throw new UnsupportedOperationException();
    }

    private static File fileOf(Uri uri) throws FileNotFoundException {
        if (uri.getPathSegments().size() != 2) {
            throw new FileNotFoundException(uri.toString());
        }
        File root = CAPTURE.equals(uri.getPathSegments().get(0)) ? captures : shared;
        try {
            File file = new File(root, uri.getPathSegments().get(1)).getCanonicalFile();
            if (!file.getParentFile().equals(root.getCanonicalFile())) {
                throw new FileNotFoundException(uri.toString());
            }
            return file;
        } catch (FileNotFoundException error) {
            throw error;
        } catch (IOException error) {
            throw new FileNotFoundException(error.toString());
        }
    }
}
