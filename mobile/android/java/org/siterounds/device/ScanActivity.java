package org.siterounds.device;

import android.app.Activity;
import android.content.Intent;
import android.graphics.Color;
import android.graphics.drawable.GradientDrawable;
import android.hardware.Camera;
import android.os.Bundle;
import android.os.Handler;
import android.os.Looper;
import android.util.Log;
import android.util.TypedValue;
import android.view.Gravity;
import android.view.Surface;
import android.view.SurfaceHolder;
import android.view.SurfaceView;
import android.view.View;
import android.view.ViewGroup;
import android.view.WindowManager;
import android.widget.Button;
import android.widget.FrameLayout;
import android.widget.TextView;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Shows what the camera sees until a QR code is read, and answers with its text. The old camera interface is used on purpose:
 * it is there on every Android, and turns the picture on the screen by itself; the reader is ZXing's, without Google's
 * services. A light for cellars, a hint in words; Back answers that nothing was read.
 */
@SuppressWarnings("deprecation")
public final class ScanActivity extends Activity implements SurfaceHolder.Callback, Camera.PreviewCallback {
    private static final String TAG = "ScanActivity";
    private static final int LONGEST_SIDE = 1920;
    private static final int LEAST_SIDE = 640;
    private final MultiFormatReader reader = new MultiFormatReader();
    private final Handler window = new Handler(Looper.getMainLooper());
    private ExecutorService worker;
    private SurfaceView surface;
    private TextView hint;
    private Button light;
    private Camera camera;
    private int cameraId = -1;
    private boolean hasSurface;
    private boolean isLightOn;
    private boolean isInverted;

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        getWindow().addFlags(WindowManager.LayoutParams.FLAG_KEEP_SCREEN_ON);
        Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
        hints.put(DecodeHintType.POSSIBLE_FORMATS, EnumSet.of(BarcodeFormat.QR_CODE, BarcodeFormat.DATA_MATRIX));
        hints.put(DecodeHintType.TRY_HARDER, Boolean.TRUE);
        hints.put(DecodeHintType.CHARACTER_SET, "UTF-8");
        reader.setHints(hints);
        setContentView(makeContent());
        surface.getHolder().addCallback(this);
    }

    @Override
    protected void onResume() {
        super.onResume();
        worker = Executors.newSingleThreadExecutor();
        open();
        startPreview();
    }

    @Override
    protected void onPause() {
        close();
        worker.shutdownNow();
        super.onPause();
    }

    @Override
    public void surfaceCreated(SurfaceHolder holder) {
        hasSurface = true;
        startPreview();
    }

    @Override
    public void surfaceChanged(SurfaceHolder holder, int format, int width, int height) {}

    @Override
    public void surfaceDestroyed(SurfaceHolder holder) {
        hasSurface = false;
    }

    @Override
    public void onPreviewFrame(byte[] frame, Camera from) {
        if (camera == null || from != camera || frame == null) {
            return;
        }
        Camera.Size size = camera.getParameters().getPreviewSize();
        worker.execute(() -> read(frame, size.width, size.height));
    }

    private void read(byte[] frame, int width, int height) {
        String text = null;
        if (frame.length >= width * height) {
            isInverted = !isInverted;
            LuminanceSource seen =
                    new PlanarYUVLuminanceSource(frame, width, height, 0, 0, width, height, false);
            try {
                text = reader.decodeWithState(new BinaryBitmap(new HybridBinarizer(isInverted ? seen.invert() : seen)))
                        .getText();
            } catch (NotFoundException nothing) {
                text = null;
            } catch (RuntimeException broken) { // a frame that the reader trips over is no reason to end
                Log.w(TAG, "a frame could not be read", broken);
            } finally {
                reader.reset();
            }
        }
        final String found = text;
        window.post(() -> answer(found));
    }

    private void answer(String text) {
        if (isFinishing() || camera == null) {
            return;
        }
        if (text == null || text.isEmpty()) {
            camera.setOneShotPreviewCallback(this);
            return;
        }
        setResult(RESULT_OK, new Intent().putExtra("text", text));
        finish();
    }

    private void open() {
        cameraId = backCamera();
        try {
            camera = cameraId < 0 ? null : Camera.open(cameraId);
        } catch (RuntimeException busy) {
            Log.w(TAG, "the camera does not open", busy);
            camera = null;
        }
        if (camera == null) {
            hint.setText(getIntent().getStringExtra("no_camera"));
            light.setVisibility(View.GONE);
            return;
        }
        Camera.Parameters wanted = camera.getParameters();
        Camera.Size size = bestSize(wanted.getSupportedPreviewSizes());
        wanted.setPreviewSize(size.width, size.height);
        List<String> focus = wanted.getSupportedFocusModes();
        if (focus != null && focus.contains(Camera.Parameters.FOCUS_MODE_CONTINUOUS_PICTURE)) {
            wanted.setFocusMode(Camera.Parameters.FOCUS_MODE_CONTINUOUS_PICTURE);
        } else if (focus != null && focus.contains(Camera.Parameters.FOCUS_MODE_AUTO)) {
            wanted.setFocusMode(Camera.Parameters.FOCUS_MODE_AUTO);
        }
        try {
            camera.setParameters(wanted);
        } catch (RuntimeException refused) { // some drivers refuse what they offer; their default does
            Log.w(TAG, "the camera keeps its own settings", refused);
        }
        List<String> flash = wanted.getSupportedFlashModes();
        boolean hasLight = flash != null && flash.contains(Camera.Parameters.FLASH_MODE_TORCH);
        light.setVisibility(hasLight ? View.VISIBLE : View.GONE);
    }

    private void startPreview() {
        if (camera == null || !hasSurface) {
            return;
        }
        int turn = turnOnScreen();
        try {
            camera.setDisplayOrientation(turn);
            camera.setPreviewDisplay(surface.getHolder());
            camera.startPreview();
            camera.setOneShotPreviewCallback(this);
            fit(camera.getParameters().getPreviewSize(), turn);
        } catch (IOException | RuntimeException error) {
            Log.w(TAG, "the camera shows nothing", error);
            hint.setText(getIntent().getStringExtra("no_camera"));
        }
    }

    private void close() {
        if (camera != null) {
            camera.setOneShotPreviewCallback(null);
            camera.stopPreview();
            camera.release();
            camera = null;
            isLightOn = false;
        }
    }

    private void switchLight() {
        if (camera == null) {
            return;
        }
        isLightOn = !isLightOn;
        Camera.Parameters wanted = camera.getParameters();
        wanted.setFlashMode(isLightOn ? Camera.Parameters.FLASH_MODE_TORCH : Camera.Parameters.FLASH_MODE_OFF);
        try {
            camera.setParameters(wanted);
        } catch (RuntimeException refused) {
            Log.w(TAG, "the light does not switch", refused);
        }
    }

    /** Give the picture its own proportions, as large as it fits. */
    private void fit(Camera.Size size, int turn) {
        View all = (View) surface.getParent();
        int wide = turn % 180 == 0 ? size.width : size.height;
        int high = turn % 180 == 0 ? size.height : size.width;
        if (all.getWidth() == 0 || wide == 0 || high == 0) {
            return;
        }
        double scale = Math.min((double) all.getWidth() / wide, (double) all.getHeight() / high);
        surface.setLayoutParams(
                new FrameLayout.LayoutParams((int) (wide * scale), (int) (high * scale), Gravity.CENTER));
    }

    private int turnOnScreen() {
        Camera.CameraInfo info = new Camera.CameraInfo();
        Camera.getCameraInfo(cameraId, info);
        int screen = 0;
        switch (getWindowManager().getDefaultDisplay().getRotation()) {
            case Surface.ROTATION_90:
                screen = 90;
                break;
            case Surface.ROTATION_180:
                screen = 180;
                break;
            case Surface.ROTATION_270:
                screen = 270;
                break;
            default:
                break;
        }
        if (info.facing == Camera.CameraInfo.CAMERA_FACING_FRONT) {
            return (360 - (info.orientation + screen) % 360) % 360;
        }
        return (info.orientation - screen + 360) % 360;
    }

    private static int backCamera() {
        Camera.CameraInfo info = new Camera.CameraInfo();
        for (int id = 0; id < Camera.getNumberOfCameras(); id++) {
            Camera.getCameraInfo(id, info);
            if (info.facing == Camera.CameraInfo.CAMERA_FACING_BACK) {
                return id;
            }
        }
        return Camera.getNumberOfCameras() > 0 ? 0 : -1;
    }

    private static Camera.Size bestSize(List<Camera.Size> offered) {
        Camera.Size best = offered.get(0);
        for (Camera.Size size : offered) {
            boolean isFit = size.width <= LONGEST_SIDE && size.width >= LEAST_SIDE;
            boolean isBestFit = best.width <= LONGEST_SIDE && best.width >= LEAST_SIDE;
            if (isFit && (!isBestFit || size.width * size.height > best.width * best.height)) {
                best = size;
            }
        }
        return best;
    }

    private View makeContent() {
        FrameLayout all = new FrameLayout(this);
        all.setBackgroundColor(Color.BLACK);
        surface = new SurfaceView(this);
        all.addView(surface, new FrameLayout.LayoutParams(match(), match(), Gravity.CENTER));
        GradientDrawable line = new GradientDrawable();
        line.setStroke(dp(4), Color.WHITE);
        line.setCornerRadius(dp(16));
        View frame = new View(this);
        frame.setBackground(line);
        all.addView(frame, new FrameLayout.LayoutParams(dp(240), dp(240), Gravity.CENTER));
        hint = new TextView(this);
        hint.setText(getIntent().getStringExtra("hint"));
        hint.setTextColor(Color.WHITE);
        hint.setTextSize(TypedValue.COMPLEX_UNIT_SP, 20);
        hint.setGravity(Gravity.CENTER);
        hint.setPadding(dp(24), dp(40), dp(24), dp(16));
        all.addView(hint, new FrameLayout.LayoutParams(match(), wrap(), Gravity.TOP));
        light = new Button(this);
        light.setText(getIntent().getStringExtra("light"));
        light.setTextSize(TypedValue.COMPLEX_UNIT_SP, 20);
        light.setMinHeight(dp(64));
        light.setVisibility(View.GONE);
        light.setOnClickListener(pressed -> switchLight());
        FrameLayout.LayoutParams below =
                new FrameLayout.LayoutParams(wrap(), wrap(), Gravity.BOTTOM | Gravity.CENTER_HORIZONTAL);
        below.bottomMargin = dp(40);
        all.addView(light, below);
        all.addOnLayoutChangeListener(
                (view, left, top, right, bottom, oldLeft, oldTop, oldRight, oldBottom) -> {
                    if (camera != null && right - left != oldRight - oldLeft) {
                        window.post(this::refit);
                    }
                });
        return all;
    }

    private void refit() {
        if (camera != null && hasSurface) {
            fit(camera.getParameters().getPreviewSize(), turnOnScreen());
        }
    }

    private int dp(int size) {
        return Math.round(size * getResources().getDisplayMetrics().density);
    }

    private static int match() {
        return ViewGroup.LayoutParams.MATCH_PARENT;
    }

    private static int wrap() {
        return ViewGroup.LayoutParams.WRAP_CONTENT;
    }
}
