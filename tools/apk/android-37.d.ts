// The classes that the app uses, from npm's @nativescript/types-android 9.1.1 (Apache-2.0), file
// lib/android/android-platform-21-37-merged.d.ts; sha512 of the package: PGaTum9tyqyyza3QT21Z7WrRR1+nM7ITsq9EJiaShLArThJI0PD1ZuDO5IoUUvSQ+gTKU2nLiVMnFbU4s3FeeQ==
// Made by tools/apk/extract.py; "@since" tells the API level that brought a member.
declare module android {
	export module Manifest {
		export class permission extends java.lang.Object {
			public static class: java.lang.Class<android.Manifest.permission>;
			/** @since 28 */
			public static ACCEPT_HANDOVER: "android.permission.ACCEPT_HANDOVER";
			/** @since 29 */
			public static ACCESS_BACKGROUND_LOCATION: "android.permission.ACCESS_BACKGROUND_LOCATION";
			public static ACCESS_BIOMETRIC_SENSOR_STRENGTHS: "android.permission.ACCESS_BIOMETRIC_SENSOR_STRENGTHS";
			/** @since 31 */
			public static ACCESS_BLOBS_ACROSS_USERS: "android.permission.ACCESS_BLOBS_ACROSS_USERS";
			public static ACCESS_CHECKIN_PROPERTIES: "android.permission.ACCESS_CHECKIN_PROPERTIES";
			public static ACCESS_COARSE_LOCATION: "android.permission.ACCESS_COARSE_LOCATION";
			public static ACCESS_FINE_LOCATION: "android.permission.ACCESS_FINE_LOCATION";
			public static ACCESS_HID: "android.permission.ACCESS_HID";
			/** @since 35 */
			public static ACCESS_HIDDEN_PROFILES: "android.permission.ACCESS_HIDDEN_PROFILES";
			public static ACCESS_LAUNCHER_DATA: "android.permission.ACCESS_LAUNCHER_DATA";
			public static ACCESS_LOCAL_NETWORK: "android.permission.ACCESS_LOCAL_NETWORK";
			public static ACCESS_LOCATION_EXTRA_COMMANDS: "android.permission.ACCESS_LOCATION_EXTRA_COMMANDS";
			/** @since 29 */
			public static ACCESS_MEDIA_LOCATION: "android.permission.ACCESS_MEDIA_LOCATION";
			public static ACCESS_NETWORK_STATE: "android.permission.ACCESS_NETWORK_STATE";
			/** @since 23 */
			public static ACCESS_NOTIFICATION_POLICY: "android.permission.ACCESS_NOTIFICATION_POLICY";
			public static ACCESS_WIFI_STATE: "android.permission.ACCESS_WIFI_STATE";
			public static ACCOUNT_MANAGER: "android.permission.ACCOUNT_MANAGER";
			/** @since 29 */
			public static ACTIVITY_RECOGNITION: "android.permission.ACTIVITY_RECOGNITION";
			public static ADD_VOICEMAIL: "com.android.voicemail.permission.ADD_VOICEMAIL";
			/** @since 26 */
			public static ANSWER_PHONE_CALLS: "android.permission.ANSWER_PHONE_CALLS";
			/** @since 36 */
			public static APPLY_PICTURE_PROFILE: "android.permission.APPLY_PICTURE_PROFILE";
			public static BATTERY_STATS: "android.permission.BATTERY_STATS";
			public static BIND_ACCESSIBILITY_SERVICE: "android.permission.BIND_ACCESSIBILITY_SERVICE";
			public static BIND_ALTERNATIVE_MESSAGE_TRANSPORT_SERVICE: "android.permission.BIND_ALTERNATIVE_MESSAGE_TRANSPORT_SERVICE";
			public static BIND_APPWIDGET: "android.permission.BIND_APPWIDGET";
			/** @since 36 */
			public static BIND_APP_FUNCTION_SERVICE: "android.permission.BIND_APP_FUNCTION_SERVICE";
			/** @since 26 */
			public static BIND_AUTOFILL_SERVICE: "android.permission.BIND_AUTOFILL_SERVICE";
			/** @since 29 */
			public static BIND_CALL_REDIRECTION_SERVICE: "android.permission.BIND_CALL_REDIRECTION_SERVICE";
			/** @since 29 */
			public static BIND_CARRIER_MESSAGING_CLIENT_SERVICE: "android.permission.BIND_CARRIER_MESSAGING_CLIENT_SERVICE";
			/** @since 22
			 *  @deprecated Deprecated in API 23 */
			public static BIND_CARRIER_MESSAGING_SERVICE: "android.permission.BIND_CARRIER_MESSAGING_SERVICE";
			/** @since 23 */
			public static BIND_CARRIER_SERVICES: "android.permission.BIND_CARRIER_SERVICES";
			/** @since 23
			 *  @deprecated Deprecated in API 30 */
			public static BIND_CHOOSER_TARGET_SERVICE: "android.permission.BIND_CHOOSER_TARGET_SERVICE";
			/** @since 31 */
			public static BIND_COMPANION_DEVICE_SERVICE: "android.permission.BIND_COMPANION_DEVICE_SERVICE";
			/** @since 24 */
			public static BIND_CONDITION_PROVIDER_SERVICE: "android.permission.BIND_CONDITION_PROVIDER_SERVICE";
			/** @since 30 */
			public static BIND_CONTROLS: "android.permission.BIND_CONTROLS";
			/** @since 34 */
			public static BIND_CREDENTIAL_PROVIDER_SERVICE: "android.permission.BIND_CREDENTIAL_PROVIDER_SERVICE";
			public static BIND_DATA_MIGRATION_FOR_PRIVATECOMPUTE: "android.permission.BIND_DATA_MIGRATION_FOR_PRIVATECOMPUTE";
			public static BIND_DEVICE_ADMIN: "android.permission.BIND_DEVICE_ADMIN";
			public static BIND_DREAM_SERVICE: "android.permission.BIND_DREAM_SERVICE";
			/** @since 23 */
			public static BIND_INCALL_SERVICE: "android.permission.BIND_INCALL_SERVICE";
			public static BIND_INPUT_METHOD: "android.permission.BIND_INPUT_METHOD";
			/** @since 23 */
			public static BIND_MIDI_DEVICE_SERVICE: "android.permission.BIND_MIDI_DEVICE_SERVICE";
			public static BIND_NFC_SERVICE: "android.permission.BIND_NFC_SERVICE";
			public static BIND_NOTIFICATION_LISTENER_SERVICE: "android.permission.BIND_NOTIFICATION_LISTENER_SERVICE";
			public static BIND_PRINT_SERVICE: "android.permission.BIND_PRINT_SERVICE";
			/** @since 30 */
			public static BIND_QUICK_ACCESS_WALLET_SERVICE: "android.permission.BIND_QUICK_ACCESS_WALLET_SERVICE";
			/** @since 24 */
			public static BIND_QUICK_SETTINGS_TILE: "android.permission.BIND_QUICK_SETTINGS_TILE";
			public static BIND_REMOTEVIEWS: "android.permission.BIND_REMOTEVIEWS";
			/** @since 24 */
			public static BIND_SCREENING_SERVICE: "android.permission.BIND_SCREENING_SERVICE";
			/** @since 23 */
			public static BIND_TELECOM_CONNECTION_SERVICE: "android.permission.BIND_TELECOM_CONNECTION_SERVICE";
			public static BIND_TEXT_SERVICE: "android.permission.BIND_TEXT_SERVICE";
			/** @since 36 */
			public static BIND_TV_AD_SERVICE: "android.permission.BIND_TV_AD_SERVICE";
			public static BIND_TV_INPUT: "android.permission.BIND_TV_INPUT";
			/** @since 33 */
			public static BIND_TV_INTERACTIVE_APP: "android.permission.BIND_TV_INTERACTIVE_APP";
			/** @since 26 */
			public static BIND_VISUAL_VOICEMAIL_SERVICE: "android.permission.BIND_VISUAL_VOICEMAIL_SERVICE";
			public static BIND_VOICE_INTERACTION: "android.permission.BIND_VOICE_INTERACTION";
			public static BIND_VPN_SERVICE: "android.permission.BIND_VPN_SERVICE";
			/** @since 24 */
			public static BIND_VR_LISTENER_SERVICE: "android.permission.BIND_VR_LISTENER_SERVICE";
			public static BIND_WALLPAPER: "android.permission.BIND_WALLPAPER";
			public static BLUETOOTH: "android.permission.BLUETOOTH";
			public static BLUETOOTH_ADMIN: "android.permission.BLUETOOTH_ADMIN";
			/** @since 31 */
			public static BLUETOOTH_ADVERTISE: "android.permission.BLUETOOTH_ADVERTISE";
			/** @since 31 */
			public static BLUETOOTH_CONNECT: "android.permission.BLUETOOTH_CONNECT";
			public static BLUETOOTH_PRIVILEGED: "android.permission.BLUETOOTH_PRIVILEGED";
			/** @since 31 */
			public static BLUETOOTH_SCAN: "android.permission.BLUETOOTH_SCAN";
			public static BODY_SENSORS: "android.permission.BODY_SENSORS";
			/** @since 33 */
			public static BODY_SENSORS_BACKGROUND: "android.permission.BODY_SENSORS_BACKGROUND";
			public static BROADCAST_PACKAGE_REMOVED: "android.permission.BROADCAST_PACKAGE_REMOVED";
			public static BROADCAST_SMS: "android.permission.BROADCAST_SMS";
			public static BROADCAST_STICKY: "android.permission.BROADCAST_STICKY";
			public static BROADCAST_WAP_PUSH: "android.permission.BROADCAST_WAP_PUSH";
			/** @since 29 */
			public static CALL_COMPANION_APP: "android.permission.CALL_COMPANION_APP";
			public static CALL_PHONE: "android.permission.CALL_PHONE";
			public static CALL_PRIVILEGED: "android.permission.CALL_PRIVILEGED";
			public static CAMERA: "android.permission.CAMERA";
			public static CAPTURE_AUDIO_OUTPUT: "android.permission.CAPTURE_AUDIO_OUTPUT";
			public static CAPTURE_KEYBOARD: "android.permission.CAPTURE_KEYBOARD";
			public static CHANGE_COMPONENT_ENABLED_STATE: "android.permission.CHANGE_COMPONENT_ENABLED_STATE";
			public static CHANGE_CONFIGURATION: "android.permission.CHANGE_CONFIGURATION";
			public static CHANGE_NETWORK_STATE: "android.permission.CHANGE_NETWORK_STATE";
			public static CHANGE_WIFI_MULTICAST_STATE: "android.permission.CHANGE_WIFI_MULTICAST_STATE";
			public static CHANGE_WIFI_STATE: "android.permission.CHANGE_WIFI_STATE";
			public static CLEAR_APP_CACHE: "android.permission.CLEAR_APP_CACHE";
			/** @since 34 */
			public static CONFIGURE_WIFI_DISPLAY: "android.permission.CONFIGURE_WIFI_DISPLAY";
			public static CONTROL_LOCATION_UPDATES: "android.permission.CONTROL_LOCATION_UPDATES";
			/** @since 34 */
			public static CREDENTIAL_MANAGER_QUERY_CANDIDATE_CREDENTIALS: "android.permission.CREDENTIAL_MANAGER_QUERY_CANDIDATE_CREDENTIALS";
			/** @since 34 */
			public static CREDENTIAL_MANAGER_SET_ALLOWED_PROVIDERS: "android.permission.CREDENTIAL_MANAGER_SET_ALLOWED_PROVIDERS";
			/** @since 34 */
			public static CREDENTIAL_MANAGER_SET_ORIGIN: "android.permission.CREDENTIAL_MANAGER_SET_ORIGIN";
			public static DELETE_CACHE_FILES: "android.permission.DELETE_CACHE_FILES";
			public static DELETE_PACKAGES: "android.permission.DELETE_PACKAGES";
			/** @since 33 */
			public static DELIVER_COMPANION_MESSAGES: "android.permission.DELIVER_COMPANION_MESSAGES";
			/** @since 34 */
			public static DETECT_SCREEN_CAPTURE: "android.permission.DETECT_SCREEN_CAPTURE";
			/** @since 35 */
			public static DETECT_SCREEN_RECORDING: "android.permission.DETECT_SCREEN_RECORDING";
			public static DIAGNOSTIC: "android.permission.DIAGNOSTIC";
			public static DISABLE_KEYGUARD: "android.permission.DISABLE_KEYGUARD";
			public static DUMP: "android.permission.DUMP";
			/** @since 34 */
			public static ENFORCE_UPDATE_OWNERSHIP: "android.permission.ENFORCE_UPDATE_OWNERSHIP";
			/** @since 34 */
			public static EXECUTE_APP_ACTION: "android.permission.EXECUTE_APP_ACTION";
			/** @since 36 */
			public static EXECUTE_APP_FUNCTIONS: "android.permission.EXECUTE_APP_FUNCTIONS";
			public static EXPAND_STATUS_BAR: "android.permission.EXPAND_STATUS_BAR";
			public static FACTORY_TEST: "android.permission.FACTORY_TEST";
			/** @since 28 */
			public static FOREGROUND_SERVICE: "android.permission.FOREGROUND_SERVICE";
			/** @since 34 */
			public static FOREGROUND_SERVICE_CAMERA: "android.permission.FOREGROUND_SERVICE_CAMERA";
			/** @since 34 */
			public static FOREGROUND_SERVICE_CONNECTED_DEVICE: "android.permission.FOREGROUND_SERVICE_CONNECTED_DEVICE";
			/** @since 34 */
			public static FOREGROUND_SERVICE_DATA_SYNC: "android.permission.FOREGROUND_SERVICE_DATA_SYNC";
			/** @since 34 */
			public static FOREGROUND_SERVICE_HEALTH: "android.permission.FOREGROUND_SERVICE_HEALTH";
			/** @since 34 */
			public static FOREGROUND_SERVICE_LOCATION: "android.permission.FOREGROUND_SERVICE_LOCATION";
			/** @since 34 */
			public static FOREGROUND_SERVICE_MEDIA_PLAYBACK: "android.permission.FOREGROUND_SERVICE_MEDIA_PLAYBACK";
			/** @since 35 */
			public static FOREGROUND_SERVICE_MEDIA_PROCESSING: "android.permission.FOREGROUND_SERVICE_MEDIA_PROCESSING";
			/** @since 34 */
			public static FOREGROUND_SERVICE_MEDIA_PROJECTION: "android.permission.FOREGROUND_SERVICE_MEDIA_PROJECTION";
			/** @since 34 */
			public static FOREGROUND_SERVICE_MICROPHONE: "android.permission.FOREGROUND_SERVICE_MICROPHONE";
			/** @since 34 */
			public static FOREGROUND_SERVICE_PHONE_CALL: "android.permission.FOREGROUND_SERVICE_PHONE_CALL";
			/** @since 34 */
			public static FOREGROUND_SERVICE_REMOTE_MESSAGING: "android.permission.FOREGROUND_SERVICE_REMOTE_MESSAGING";
			/** @since 34 */
			public static FOREGROUND_SERVICE_SPECIAL_USE: "android.permission.FOREGROUND_SERVICE_SPECIAL_USE";
			/** @since 34 */
			public static FOREGROUND_SERVICE_SYSTEM_EXEMPTED: "android.permission.FOREGROUND_SERVICE_SYSTEM_EXEMPTED";
			public static GET_ACCOUNTS: "android.permission.GET_ACCOUNTS";
			/** @since 23 */
			public static GET_ACCOUNTS_PRIVILEGED: "android.permission.GET_ACCOUNTS_PRIVILEGED";
			public static GET_PACKAGE_SIZE: "android.permission.GET_PACKAGE_SIZE";
			/** @deprecated Deprecated in API 21 */
			public static GET_TASKS: "android.permission.GET_TASKS";
			public static GLOBAL_SEARCH: "android.permission.GLOBAL_SEARCH";
			/** @since 31 */
			public static HIDE_OVERLAY_WINDOWS: "android.permission.HIDE_OVERLAY_WINDOWS";
			/** @since 31 */
			public static HIGH_SAMPLING_RATE_SENSORS: "android.permission.HIGH_SAMPLING_RATE_SENSORS";
			public static INSTALL_LOCATION_PROVIDER: "android.permission.INSTALL_LOCATION_PROVIDER";
			public static INSTALL_PACKAGES: "android.permission.INSTALL_PACKAGES";
			public static INSTALL_SHORTCUT: "com.android.launcher.permission.INSTALL_SHORTCUT";
			/** @since 26 */
			public static INSTANT_APP_FOREGROUND_SERVICE: "android.permission.INSTANT_APP_FOREGROUND_SERVICE";
			/** @since 30 */
			public static INTERACT_ACROSS_PROFILES: "android.permission.INTERACT_ACROSS_PROFILES";
			public static INTERNET: "android.permission.INTERNET";
			public static KILL_BACKGROUND_PROCESSES: "android.permission.KILL_BACKGROUND_PROCESSES";
			/** @since 34 */
			public static LAUNCH_CAPTURE_CONTENT_ACTIVITY_FOR_NOTE: "android.permission.LAUNCH_CAPTURE_CONTENT_ACTIVITY_FOR_NOTE";
			/** @since 32 */
			public static LAUNCH_MULTI_PANE_SETTINGS_DEEP_LINK: "android.permission.LAUNCH_MULTI_PANE_SETTINGS_DEEP_LINK";
			/** @since 30 */
			public static LOADER_USAGE_STATS: "android.permission.LOADER_USAGE_STATS";
			public static LOCATION_HARDWARE: "android.permission.LOCATION_HARDWARE";
			/** @since 34 */
			public static MANAGE_DEVICE_LOCK_STATE: "android.permission.MANAGE_DEVICE_LOCK_STATE";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_ACCESSIBILITY: "android.permission.MANAGE_DEVICE_POLICY_ACCESSIBILITY";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_ACCOUNT_MANAGEMENT: "android.permission.MANAGE_DEVICE_POLICY_ACCOUNT_MANAGEMENT";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_ACROSS_USERS: "android.permission.MANAGE_DEVICE_POLICY_ACROSS_USERS";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_ACROSS_USERS_FULL: "android.permission.MANAGE_DEVICE_POLICY_ACROSS_USERS_FULL";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_ACROSS_USERS_SECURITY_CRITICAL: "android.permission.MANAGE_DEVICE_POLICY_ACROSS_USERS_SECURITY_CRITICAL";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_AIRPLANE_MODE: "android.permission.MANAGE_DEVICE_POLICY_AIRPLANE_MODE";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_APPS_CONTROL: "android.permission.MANAGE_DEVICE_POLICY_APPS_CONTROL";
			/** @since 36 */
			public static MANAGE_DEVICE_POLICY_APP_FUNCTIONS: "android.permission.MANAGE_DEVICE_POLICY_APP_FUNCTIONS";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_APP_RESTRICTIONS: "android.permission.MANAGE_DEVICE_POLICY_APP_RESTRICTIONS";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_APP_USER_DATA: "android.permission.MANAGE_DEVICE_POLICY_APP_USER_DATA";
			/** @since 35 */
			public static MANAGE_DEVICE_POLICY_ASSIST_CONTENT: "android.permission.MANAGE_DEVICE_POLICY_ASSIST_CONTENT";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_AUDIO_OUTPUT: "android.permission.MANAGE_DEVICE_POLICY_AUDIO_OUTPUT";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_AUTOFILL: "android.permission.MANAGE_DEVICE_POLICY_AUTOFILL";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_BACKUP_SERVICE: "android.permission.MANAGE_DEVICE_POLICY_BACKUP_SERVICE";
			/** @since 35 */
			public static MANAGE_DEVICE_POLICY_BLOCK_UNINSTALL: "android.permission.MANAGE_DEVICE_POLICY_BLOCK_UNINSTALL";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_BLUETOOTH: "android.permission.MANAGE_DEVICE_POLICY_BLUETOOTH";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_BUGREPORT: "android.permission.MANAGE_DEVICE_POLICY_BUGREPORT";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_CALLS: "android.permission.MANAGE_DEVICE_POLICY_CALLS";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_CAMERA: "android.permission.MANAGE_DEVICE_POLICY_CAMERA";
			/** @since 35 */
			public static MANAGE_DEVICE_POLICY_CAMERA_TOGGLE: "android.permission.MANAGE_DEVICE_POLICY_CAMERA_TOGGLE";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_CERTIFICATES: "android.permission.MANAGE_DEVICE_POLICY_CERTIFICATES";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_COMMON_CRITERIA_MODE: "android.permission.MANAGE_DEVICE_POLICY_COMMON_CRITERIA_MODE";
			/** @since 35 */
			public static MANAGE_DEVICE_POLICY_CONTENT_PROTECTION: "android.permission.MANAGE_DEVICE_POLICY_CONTENT_PROTECTION";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_DEBUGGING_FEATURES: "android.permission.MANAGE_DEVICE_POLICY_DEBUGGING_FEATURES";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_DEFAULT_SMS: "android.permission.MANAGE_DEVICE_POLICY_DEFAULT_SMS";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_DEVICE_IDENTIFIERS: "android.permission.MANAGE_DEVICE_POLICY_DEVICE_IDENTIFIERS";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_DISPLAY: "android.permission.MANAGE_DEVICE_POLICY_DISPLAY";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_FACTORY_RESET: "android.permission.MANAGE_DEVICE_POLICY_FACTORY_RESET";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_FUN: "android.permission.MANAGE_DEVICE_POLICY_FUN";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_INPUT_METHODS: "android.permission.MANAGE_DEVICE_POLICY_INPUT_METHODS";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_INSTALL_UNKNOWN_SOURCES: "android.permission.MANAGE_DEVICE_POLICY_INSTALL_UNKNOWN_SOURCES";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_KEEP_UNINSTALLED_PACKAGES: "android.permission.MANAGE_DEVICE_POLICY_KEEP_UNINSTALLED_PACKAGES";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_KEYGUARD: "android.permission.MANAGE_DEVICE_POLICY_KEYGUARD";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_LOCALE: "android.permission.MANAGE_DEVICE_POLICY_LOCALE";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_LOCATION: "android.permission.MANAGE_DEVICE_POLICY_LOCATION";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_LOCK: "android.permission.MANAGE_DEVICE_POLICY_LOCK";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_LOCK_CREDENTIALS: "android.permission.MANAGE_DEVICE_POLICY_LOCK_CREDENTIALS";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_LOCK_TASK: "android.permission.MANAGE_DEVICE_POLICY_LOCK_TASK";
			/** @since 35 */
			public static MANAGE_DEVICE_POLICY_MANAGED_SUBSCRIPTIONS: "android.permission.MANAGE_DEVICE_POLICY_MANAGED_SUBSCRIPTIONS";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_METERED_DATA: "android.permission.MANAGE_DEVICE_POLICY_METERED_DATA";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_MICROPHONE: "android.permission.MANAGE_DEVICE_POLICY_MICROPHONE";
			/** @since 35 */
			public static MANAGE_DEVICE_POLICY_MICROPHONE_TOGGLE: "android.permission.MANAGE_DEVICE_POLICY_MICROPHONE_TOGGLE";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_MOBILE_NETWORK: "android.permission.MANAGE_DEVICE_POLICY_MOBILE_NETWORK";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_MODIFY_USERS: "android.permission.MANAGE_DEVICE_POLICY_MODIFY_USERS";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_MTE: "android.permission.MANAGE_DEVICE_POLICY_MTE";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_NEARBY_COMMUNICATION: "android.permission.MANAGE_DEVICE_POLICY_NEARBY_COMMUNICATION";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_NETWORK_LOGGING: "android.permission.MANAGE_DEVICE_POLICY_NETWORK_LOGGING";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_ORGANIZATION_IDENTITY: "android.permission.MANAGE_DEVICE_POLICY_ORGANIZATION_IDENTITY";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_OVERRIDE_APN: "android.permission.MANAGE_DEVICE_POLICY_OVERRIDE_APN";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_PACKAGE_STATE: "android.permission.MANAGE_DEVICE_POLICY_PACKAGE_STATE";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_PHYSICAL_MEDIA: "android.permission.MANAGE_DEVICE_POLICY_PHYSICAL_MEDIA";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_PRINTING: "android.permission.MANAGE_DEVICE_POLICY_PRINTING";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_PRIVATE_DNS: "android.permission.MANAGE_DEVICE_POLICY_PRIVATE_DNS";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_PROFILES: "android.permission.MANAGE_DEVICE_POLICY_PROFILES";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_PROFILE_INTERACTION: "android.permission.MANAGE_DEVICE_POLICY_PROFILE_INTERACTION";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_PROXY: "android.permission.MANAGE_DEVICE_POLICY_PROXY";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_QUERY_SYSTEM_UPDATES: "android.permission.MANAGE_DEVICE_POLICY_QUERY_SYSTEM_UPDATES";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_RESET_PASSWORD: "android.permission.MANAGE_DEVICE_POLICY_RESET_PASSWORD";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_RESTRICT_PRIVATE_DNS: "android.permission.MANAGE_DEVICE_POLICY_RESTRICT_PRIVATE_DNS";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_RUNTIME_PERMISSIONS: "android.permission.MANAGE_DEVICE_POLICY_RUNTIME_PERMISSIONS";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_RUN_IN_BACKGROUND: "android.permission.MANAGE_DEVICE_POLICY_RUN_IN_BACKGROUND";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_SAFE_BOOT: "android.permission.MANAGE_DEVICE_POLICY_SAFE_BOOT";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_SCREEN_CAPTURE: "android.permission.MANAGE_DEVICE_POLICY_SCREEN_CAPTURE";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_SCREEN_CONTENT: "android.permission.MANAGE_DEVICE_POLICY_SCREEN_CONTENT";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_SECURITY_LOGGING: "android.permission.MANAGE_DEVICE_POLICY_SECURITY_LOGGING";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_SETTINGS: "android.permission.MANAGE_DEVICE_POLICY_SETTINGS";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_SMS: "android.permission.MANAGE_DEVICE_POLICY_SMS";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_STATUS_BAR: "android.permission.MANAGE_DEVICE_POLICY_STATUS_BAR";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_SUPPORT_MESSAGE: "android.permission.MANAGE_DEVICE_POLICY_SUPPORT_MESSAGE";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_SUSPEND_PERSONAL_APPS: "android.permission.MANAGE_DEVICE_POLICY_SUSPEND_PERSONAL_APPS";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_SYSTEM_APPS: "android.permission.MANAGE_DEVICE_POLICY_SYSTEM_APPS";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_SYSTEM_DIALOGS: "android.permission.MANAGE_DEVICE_POLICY_SYSTEM_DIALOGS";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_SYSTEM_UPDATES: "android.permission.MANAGE_DEVICE_POLICY_SYSTEM_UPDATES";
			/** @since 36 */
			public static MANAGE_DEVICE_POLICY_THREAD_NETWORK: "android.permission.MANAGE_DEVICE_POLICY_THREAD_NETWORK";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_TIME: "android.permission.MANAGE_DEVICE_POLICY_TIME";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_USB_DATA_SIGNALLING: "android.permission.MANAGE_DEVICE_POLICY_USB_DATA_SIGNALLING";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_USB_FILE_TRANSFER: "android.permission.MANAGE_DEVICE_POLICY_USB_FILE_TRANSFER";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_USERS: "android.permission.MANAGE_DEVICE_POLICY_USERS";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_VPN: "android.permission.MANAGE_DEVICE_POLICY_VPN";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_WALLPAPER: "android.permission.MANAGE_DEVICE_POLICY_WALLPAPER";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_WIFI: "android.permission.MANAGE_DEVICE_POLICY_WIFI";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_WINDOWS: "android.permission.MANAGE_DEVICE_POLICY_WINDOWS";
			/** @since 34 */
			public static MANAGE_DEVICE_POLICY_WIPE_DATA: "android.permission.MANAGE_DEVICE_POLICY_WIPE_DATA";
			public static MANAGE_DOCUMENTS: "android.permission.MANAGE_DOCUMENTS";
			/** @since 30 */
			public static MANAGE_EXTERNAL_STORAGE: "android.permission.MANAGE_EXTERNAL_STORAGE";
			/** @since 31 */
			public static MANAGE_MEDIA: "android.permission.MANAGE_MEDIA";
			/** @since 31 */
			public static MANAGE_ONGOING_CALLS: "android.permission.MANAGE_ONGOING_CALLS";
			/** @since 26 */
			public static MANAGE_OWN_CALLS: "android.permission.MANAGE_OWN_CALLS";
			public static MANAGE_PERIPHERAL_CUSTOMIZATION: "android.permission.MANAGE_PERIPHERAL_CUSTOMIZATION";
			/** @since 33 */
			public static MANAGE_WIFI_INTERFACES: "android.permission.MANAGE_WIFI_INTERFACES";
			/** @since 33 */
			public static MANAGE_WIFI_NETWORK_SELECTION: "android.permission.MANAGE_WIFI_NETWORK_SELECTION";
			public static MASTER_CLEAR: "android.permission.MASTER_CLEAR";
			public static MEDIA_CONTENT_CONTROL: "android.permission.MEDIA_CONTENT_CONTROL";
			/** @since 35 */
			public static MEDIA_ROUTING_CONTROL: "android.permission.MEDIA_ROUTING_CONTROL";
			public static MODIFY_AUDIO_SETTINGS: "android.permission.MODIFY_AUDIO_SETTINGS";
			public static MODIFY_PHONE_STATE: "android.permission.MODIFY_PHONE_STATE";
			public static MOUNT_FORMAT_FILESYSTEMS: "android.permission.MOUNT_FORMAT_FILESYSTEMS";
			public static MOUNT_UNMOUNT_FILESYSTEMS: "android.permission.MOUNT_UNMOUNT_FILESYSTEMS";
			/** @since 33 */
			public static NEARBY_WIFI_DEVICES: "android.permission.NEARBY_WIFI_DEVICES";
			public static NFC: "android.permission.NFC";
			/** @since 30 */
			public static NFC_PREFERRED_PAYMENT_INFO: "android.permission.NFC_PREFERRED_PAYMENT_INFO";
			/** @since 28 */
			public static NFC_TRANSACTION_EVENT: "android.permission.NFC_TRANSACTION_EVENT";
			public static OVERRIDE_MEDIA_SESSION_OWNER: "android.permission.OVERRIDE_MEDIA_SESSION_OWNER";
			/** @since 33 */
			public static OVERRIDE_WIFI_CONFIG: "android.permission.OVERRIDE_WIFI_CONFIG";
			/** @since 23 */
			public static PACKAGE_USAGE_STATS: "android.permission.PACKAGE_USAGE_STATS";
			/** @deprecated Deprecated in API 15 */
			public static PERSISTENT_ACTIVITY: "android.permission.PERSISTENT_ACTIVITY";
			/** @since 33 */
			public static POST_NOTIFICATIONS: "android.permission.POST_NOTIFICATIONS";
			public static POST_PROMOTED_NOTIFICATIONS: "android.permission.POST_PROMOTED_NOTIFICATIONS";
			/** @deprecated Deprecated in API 29 */
			public static PROCESS_OUTGOING_CALLS: "android.permission.PROCESS_OUTGOING_CALLS";
			/** @since 34 */
			public static PROVIDE_OWN_AUTOFILL_SUGGESTIONS: "android.permission.PROVIDE_OWN_AUTOFILL_SUGGESTIONS";
			public static PROVIDE_PRIVATE_COMPUTE_SERVICES: "android.permission.PROVIDE_PRIVATE_COMPUTE_SERVICES";
			/** @since 34 */
			public static PROVIDE_REMOTE_CREDENTIALS: "android.permission.PROVIDE_REMOTE_CREDENTIALS";
			/** @since 36 */
			public static QUERY_ADVANCED_PROTECTION_MODE: "android.permission.QUERY_ADVANCED_PROTECTION_MODE";
			/** @since 30 */
			public static QUERY_ALL_PACKAGES: "android.permission.QUERY_ALL_PACKAGES";
			/** @since 36 */
			public static RANGING: "android.permission.RANGING";
			/** @since 33 */
			public static READ_ASSISTANT_APP_SEARCH_DATA: "android.permission.READ_ASSISTANT_APP_SEARCH_DATA";
			public static READ_ASSIST_STRUCTURE_SCREEN_CONTENT: "android.permission.READ_ASSIST_STRUCTURE_SCREEN_CONTENT";
			/** @since 33 */
			public static READ_BASIC_PHONE_STATE: "android.permission.READ_BASIC_PHONE_STATE";
			public static READ_CALENDAR: "android.permission.READ_CALENDAR";
			public static READ_CALL_LOG: "android.permission.READ_CALL_LOG";
			/** @since 36 */
			public static READ_COLOR_ZONES: "android.permission.READ_COLOR_ZONES";
			public static READ_CONTACTS: "android.permission.READ_CONTACTS";
			/** @since 35 */
			public static READ_DROPBOX_DATA: "android.permission.READ_DROPBOX_DATA";
			public static READ_EXTERNAL_STORAGE: "android.permission.READ_EXTERNAL_STORAGE";
			/** @since 33 */
			public static READ_HOME_APP_SEARCH_DATA: "android.permission.READ_HOME_APP_SEARCH_DATA";
			/** @deprecated Deprecated in API 16 */
			public static READ_INPUT_STATE: "android.permission.READ_INPUT_STATE";
			public static READ_LOGS: "android.permission.READ_LOGS";
			/** @since 33 */
			public static READ_MEDIA_AUDIO: "android.permission.READ_MEDIA_AUDIO";
			/** @since 33 */
			public static READ_MEDIA_IMAGES: "android.permission.READ_MEDIA_IMAGES";
			/** @since 33 */
			public static READ_MEDIA_VIDEO: "android.permission.READ_MEDIA_VIDEO";
			/** @since 34 */
			public static READ_MEDIA_VISUAL_USER_SELECTED: "android.permission.READ_MEDIA_VISUAL_USER_SELECTED";
			/** @since 33 */
			public static READ_NEARBY_STREAMING_POLICY: "android.permission.READ_NEARBY_STREAMING_POLICY";
			/** @since 26 */
			public static READ_PHONE_NUMBERS: "android.permission.READ_PHONE_NUMBERS";
			public static READ_PHONE_STATE: "android.permission.READ_PHONE_STATE";
			/** @since 30 */
			public static READ_PRECISE_PHONE_STATE: "android.permission.READ_PRECISE_PHONE_STATE";
			public static READ_SMS: "android.permission.READ_SMS";
			public static READ_SYNC_SETTINGS: "android.permission.READ_SYNC_SETTINGS";
			public static READ_SYNC_STATS: "android.permission.READ_SYNC_STATS";
			/** @since 36 */
			public static READ_SYSTEM_PREFERENCES: "android.permission.READ_SYSTEM_PREFERENCES";
			public static READ_VOICEMAIL: "com.android.voicemail.permission.READ_VOICEMAIL";
			public static REBOOT: "android.permission.REBOOT";
			public static RECEIVE_BOOT_COMPLETED: "android.permission.RECEIVE_BOOT_COMPLETED";
			public static RECEIVE_MMS: "android.permission.RECEIVE_MMS";
			public static RECEIVE_SENSITIVE_NOTIFICATIONS: "android.permission.RECEIVE_SENSITIVE_NOTIFICATIONS";
			public static RECEIVE_SMS: "android.permission.RECEIVE_SMS";
			public static RECEIVE_WAP_PUSH: "android.permission.RECEIVE_WAP_PUSH";
			public static RECORD_AUDIO: "android.permission.RECORD_AUDIO";
			public static REORDER_TASKS: "android.permission.REORDER_TASKS";
			public static REPOSITION_SELF_WINDOWS: "android.permission.REPOSITION_SELF_WINDOWS";
			/** @since 33 */
			public static REQUEST_COMPANION_PROFILE_APP_STREAMING: "android.permission.REQUEST_COMPANION_PROFILE_APP_STREAMING";
			/** @since 33 */
			public static REQUEST_COMPANION_PROFILE_AUTOMOTIVE_PROJECTION: "android.permission.REQUEST_COMPANION_PROFILE_AUTOMOTIVE_PROJECTION";
			/** @since 33 */
			public static REQUEST_COMPANION_PROFILE_COMPUTER: "android.permission.REQUEST_COMPANION_PROFILE_COMPUTER";
			/** @since 34 */
			public static REQUEST_COMPANION_PROFILE_GLASSES: "android.permission.REQUEST_COMPANION_PROFILE_GLASSES";
			public static REQUEST_COMPANION_PROFILE_MEDICAL: "android.permission.REQUEST_COMPANION_PROFILE_MEDICAL";
			/** @since 34 */
			public static REQUEST_COMPANION_PROFILE_NEARBY_DEVICE_STREAMING: "android.permission.REQUEST_COMPANION_PROFILE_NEARBY_DEVICE_STREAMING";
			/** @since 31 */
			public static REQUEST_COMPANION_PROFILE_WATCH: "android.permission.REQUEST_COMPANION_PROFILE_WATCH";
			/** @since 26 */
			public static REQUEST_COMPANION_RUN_IN_BACKGROUND: "android.permission.REQUEST_COMPANION_RUN_IN_BACKGROUND";
			/** @since 33 */
			public static REQUEST_COMPANION_SELF_MANAGED: "android.permission.REQUEST_COMPANION_SELF_MANAGED";
			/** @since 31 */
			public static REQUEST_COMPANION_START_FOREGROUND_SERVICES_FROM_BACKGROUND: "android.permission.REQUEST_COMPANION_START_FOREGROUND_SERVICES_FROM_BACKGROUND";
			/** @since 26 */
			public static REQUEST_COMPANION_USE_DATA_IN_BACKGROUND: "android.permission.REQUEST_COMPANION_USE_DATA_IN_BACKGROUND";
			/** @since 26 */
			public static REQUEST_DELETE_PACKAGES: "android.permission.REQUEST_DELETE_PACKAGES";
			/** @since 23 */
			public static REQUEST_IGNORE_BATTERY_OPTIMIZATIONS: "android.permission.REQUEST_IGNORE_BATTERY_OPTIMIZATIONS";
			/** @since 23 */
			public static REQUEST_INSTALL_PACKAGES: "android.permission.REQUEST_INSTALL_PACKAGES";
			/** @since 31 */
			public static REQUEST_OBSERVE_COMPANION_DEVICE_PRESENCE: "android.permission.REQUEST_OBSERVE_COMPANION_DEVICE_PRESENCE";
			/** @since 36 */
			public static REQUEST_OBSERVE_DEVICE_UUID_PRESENCE: "android.permission.REQUEST_OBSERVE_DEVICE_UUID_PRESENCE";
			/** @since 29 */
			public static REQUEST_PASSWORD_COMPLEXITY: "android.permission.REQUEST_PASSWORD_COMPLEXITY";
			/** @deprecated Deprecated in API 15 */
			public static RESTART_PACKAGES: "android.permission.RESTART_PACKAGES";
			/** @since 34 */
			public static RUN_USER_INITIATED_JOBS: "android.permission.RUN_USER_INITIATED_JOBS";
			/** @since 31 */
			public static SCHEDULE_EXACT_ALARM: "android.permission.SCHEDULE_EXACT_ALARM";
			public static SEND_RESPOND_VIA_MESSAGE: "android.permission.SEND_RESPOND_VIA_MESSAGE";
			public static SEND_SMS: "android.permission.SEND_SMS";
			public static SET_ALARM: "com.android.alarm.permission.SET_ALARM";
			public static SET_ALWAYS_FINISH: "android.permission.SET_ALWAYS_FINISH";
			public static SET_ANIMATION_SCALE: "android.permission.SET_ANIMATION_SCALE";
			/** @since 35 */
			public static SET_BIOMETRIC_DIALOG_ADVANCED: "android.permission.SET_BIOMETRIC_DIALOG_ADVANCED";
			public static SET_DEBUG_APP: "android.permission.SET_DEBUG_APP";
			/** @deprecated Deprecated in API 15 */
			public static SET_PREFERRED_APPLICATIONS: "android.permission.SET_PREFERRED_APPLICATIONS";
			public static SET_PROCESS_LIMIT: "android.permission.SET_PROCESS_LIMIT";
			public static SET_TIME: "android.permission.SET_TIME";
			public static SET_TIME_ZONE: "android.permission.SET_TIME_ZONE";
			public static SET_WALLPAPER: "android.permission.SET_WALLPAPER";
			public static SET_WALLPAPER_HINTS: "android.permission.SET_WALLPAPER_HINTS";
			public static SHOW_POWER_MENU: "android.permission.SHOW_POWER_MENU";
			public static SHOW_POWER_MENU_PRIVILEGED: "android.permission.SHOW_POWER_MENU_PRIVILEGED";
			public static SIGNAL_PERSISTENT_PROCESSES: "android.permission.SIGNAL_PERSISTENT_PROCESSES";
			/** @since 29
			 *  @deprecated Deprecated in API 31 */
			public static SMS_FINANCIAL_TRANSACTIONS: "android.permission.SMS_FINANCIAL_TRANSACTIONS";
			/** @since 31 */
			public static START_FOREGROUND_SERVICES_FROM_BACKGROUND: "android.permission.START_FOREGROUND_SERVICES_FROM_BACKGROUND";
			/** @since 33 */
			public static START_VIEW_APP_FEATURES: "android.permission.START_VIEW_APP_FEATURES";
			/** @since 29 */
			public static START_VIEW_PERMISSION_USAGE: "android.permission.START_VIEW_PERMISSION_USAGE";
			public static STATUS_BAR: "android.permission.STATUS_BAR";
			/** @since 33 */
			public static SUBSCRIBE_TO_KEYGUARD_LOCKED_STATE: "android.permission.SUBSCRIBE_TO_KEYGUARD_LOCKED_STATE";
			public static SYSTEM_ALERT_WINDOW: "android.permission.SYSTEM_ALERT_WINDOW";
			public static TRANSMIT_IR: "android.permission.TRANSMIT_IR";
			/** @since 34 */
			public static TURN_SCREEN_ON: "android.permission.TURN_SCREEN_ON";
			/** @since 36 */
			public static TV_IMPLICIT_ENTER_PIP: "android.permission.TV_IMPLICIT_ENTER_PIP";
			public static UNINSTALL_SHORTCUT: "com.android.launcher.permission.UNINSTALL_SHORTCUT";
			public static UPDATE_DEVICE_STATS: "android.permission.UPDATE_DEVICE_STATS";
			/** @since 31 */
			public static UPDATE_PACKAGES_WITHOUT_USER_ACTION: "android.permission.UPDATE_PACKAGES_WITHOUT_USER_ACTION";
			/** @since 28 */
			public static USE_BIOMETRIC: "android.permission.USE_BIOMETRIC";
			/** @since 33 */
			public static USE_EXACT_ALARM: "android.permission.USE_EXACT_ALARM";
			/** @since 23
			 *  @deprecated Deprecated in API 28 */
			public static USE_FINGERPRINT: "android.permission.USE_FINGERPRINT";
			/** @since 29 */
			public static USE_FULL_SCREEN_INTENT: "android.permission.USE_FULL_SCREEN_INTENT";
			/** @since 31 */
			public static USE_ICC_AUTH_WITH_DEVICE_IDENTIFIER: "android.permission.USE_ICC_AUTH_WITH_DEVICE_IDENTIFIER";
			public static USE_LOCATION_BUTTON: "android.permission.USE_LOCATION_BUTTON";
			public static USE_PINNED_WINDOWING_LAYER: "android.permission.USE_PINNED_WINDOWING_LAYER";
			public static USE_SIP: "android.permission.USE_SIP";
			/** @since 31 */
			public static UWB_RANGING: "android.permission.UWB_RANGING";
			public static VIBRATE: "android.permission.VIBRATE";
			public static WAKE_LOCK: "android.permission.WAKE_LOCK";
			public static WRITE_APN_SETTINGS: "android.permission.WRITE_APN_SETTINGS";
			public static WRITE_CALENDAR: "android.permission.WRITE_CALENDAR";
			public static WRITE_CALL_LOG: "android.permission.WRITE_CALL_LOG";
			public static WRITE_CONTACTS: "android.permission.WRITE_CONTACTS";
			public static WRITE_EXTERNAL_STORAGE: "android.permission.WRITE_EXTERNAL_STORAGE";
			public static WRITE_GSERVICES: "android.permission.WRITE_GSERVICES";
			public static WRITE_SECURE_SETTINGS: "android.permission.WRITE_SECURE_SETTINGS";
			public static WRITE_SETTINGS: "android.permission.WRITE_SETTINGS";
			public static WRITE_SYNC_SETTINGS: "android.permission.WRITE_SYNC_SETTINGS";
			/** @since 36 */
			public static WRITE_SYSTEM_PREFERENCES: "android.permission.WRITE_SYSTEM_PREFERENCES";
			public static WRITE_VOICEMAIL: "com.android.voicemail.permission.WRITE_VOICEMAIL";
			/** @deprecated Removed in API 29 */
			public static CAPTURE_SECURE_VIDEO_OUTPUT: "android.permission.CAPTURE_SECURE_VIDEO_OUTPUT";
			/** @deprecated Removed in API 29 */
			public static CAPTURE_VIDEO_OUTPUT: "android.permission.CAPTURE_VIDEO_OUTPUT";
			/** @deprecated Removed in API 29 */
			public static READ_FRAME_BUFFER: "android.permission.READ_FRAME_BUFFER";
			/** @deprecated Removed in API 24 */
			public static FLASHLIGHT: "android.permission.FLASHLIGHT";
			/** @deprecated Removed in API 23 */
			public static ACCESS_MOCK_LOCATION: "android.permission.ACCESS_MOCK_LOCATION";
			/** @deprecated Removed in API 23 */
			public static ACCESS_SURFACE_FLINGER: "android.permission.ACCESS_SURFACE_FLINGER";
			/** @deprecated Removed in API 23 */
			public static AUTHENTICATE_ACCOUNTS: "android.permission.AUTHENTICATE_ACCOUNTS";
			/** @deprecated Removed in API 23 */
			public static BRICK: "android.permission.BRICK";
			/** @deprecated Removed in API 23 */
			public static CLEAR_APP_USER_DATA: "android.permission.CLEAR_APP_USER_DATA";
			/** @deprecated Removed in API 23 */
			public static DEVICE_POWER: "android.permission.DEVICE_POWER";
			/** @deprecated Removed in API 23 */
			public static FORCE_BACK: "android.permission.FORCE_BACK";
			/** @deprecated Removed in API 23 */
			public static GET_TOP_ACTIVITY_INFO: "android.permission.GET_TOP_ACTIVITY_INFO";
			/** @deprecated Removed in API 23 */
			public static HARDWARE_TEST: "android.permission.HARDWARE_TEST";
			/** @deprecated Removed in API 23 */
			public static INJECT_EVENTS: "android.permission.INJECT_EVENTS";
			/** @deprecated Removed in API 23 */
			public static INTERNAL_SYSTEM_WINDOW: "android.permission.INTERNAL_SYSTEM_WINDOW";
			/** @deprecated Removed in API 23 */
			public static MANAGE_ACCOUNTS: "android.permission.MANAGE_ACCOUNTS";
			/** @deprecated Removed in API 23 */
			public static MANAGE_APP_TOKENS: "android.permission.MANAGE_APP_TOKENS";
			/** @deprecated Removed in API 23 */
			public static READ_HISTORY_BOOKMARKS: "com.android.browser.permission.READ_HISTORY_BOOKMARKS";
			/** @deprecated Removed in API 23 */
			public static READ_PROFILE: "android.permission.READ_PROFILE";
			/** @deprecated Removed in API 23 (deprecated in API 21) */
			public static READ_SOCIAL_STREAM: "android.permission.READ_SOCIAL_STREAM";
			/** @deprecated Removed in API 23 */
			public static READ_USER_DICTIONARY: "android.permission.READ_USER_DICTIONARY";
			/** @deprecated Removed in API 23 */
			public static SET_ACTIVITY_WATCHER: "android.permission.SET_ACTIVITY_WATCHER";
			/** @deprecated Removed in API 23 */
			public static SET_ORIENTATION: "android.permission.SET_ORIENTATION";
			/** @deprecated Removed in API 23 */
			public static SET_POINTER_SPEED: "android.permission.SET_POINTER_SPEED";
			/** @deprecated Removed in API 23 */
			public static SUBSCRIBED_FEEDS_READ: "android.permission.SUBSCRIBED_FEEDS_READ";
			/** @deprecated Removed in API 23 */
			public static SUBSCRIBED_FEEDS_WRITE: "android.permission.SUBSCRIBED_FEEDS_WRITE";
			/** @deprecated Removed in API 23 */
			public static USE_CREDENTIALS: "android.permission.USE_CREDENTIALS";
			/** @deprecated Removed in API 23 */
			public static WRITE_HISTORY_BOOKMARKS: "com.android.browser.permission.WRITE_HISTORY_BOOKMARKS";
			/** @deprecated Removed in API 23 */
			public static WRITE_PROFILE: "android.permission.WRITE_PROFILE";
			/** @deprecated Removed in API 23 */
			public static WRITE_SMS: "android.permission.WRITE_SMS";
			/** @deprecated Removed in API 23 (deprecated in API 21) */
			public static WRITE_SOCIAL_STREAM: "android.permission.WRITE_SOCIAL_STREAM";
			/** @deprecated Removed in API 23 */
			public static WRITE_USER_DICTIONARY: "android.permission.WRITE_USER_DICTIONARY";
			public constructor();
		}
	}
	export module app {
		export class Activity extends android.view.ContextThemeWrapper implements android.content.ComponentCallbacks2, android.view.KeyEvent.Callback, android.view.LayoutInflater.Factory2, android.view.View.OnCreateContextMenuListener, android.view.Window.Callback {
			public static class: java.lang.Class<android.app.Activity>;
			public static DEFAULT_KEYS_DIALER: 1;
			public static DEFAULT_KEYS_DISABLE: 0;
			public static DEFAULT_KEYS_SEARCH_GLOBAL: 4;
			public static DEFAULT_KEYS_SEARCH_LOCAL: 3;
			public static DEFAULT_KEYS_SHORTCUT: 2;
			public static FOCUSED_STATE_SET: androidNative.Array<number>;
			/** @since 34 */
			public static FULLSCREEN_MODE_REQUEST_ENTER: 1;
			/** @since 34 */
			public static FULLSCREEN_MODE_REQUEST_EXIT: 0;
			/** @since 34 */
			public static OVERRIDE_TRANSITION_CLOSE: 1;
			/** @since 34 */
			public static OVERRIDE_TRANSITION_OPEN: 0;
			public static RESULT_CANCELED: 0;
			public static RESULT_FIRST_USER: 1;
			public static RESULT_OK: -1;
			/** @since 23 */
			public constructor(base: android.content.Context, theme: android.content.res.Resources.Theme);
			public constructor(base: android.content.Context, themeResId: number);
			public constructor(base: android.content.Context);
			public constructor();
			public addContentView(view: android.view.View, params: android.view.ViewGroup.LayoutParams): void;
			public attachBaseContext(newBase: android.content.Context): void;
			/** @since 34 */
			public clearOverrideActivityTransition(overrideType: number): void;
			public closeContextMenu(): void;
			public closeOptionsMenu(): void;
			public createPendingResult(requestCode: number, data: android.content.Intent, flags: number): android.app.PendingIntent;
			/** @deprecated Deprecated in API 15 */
			public dismissDialog(id: number): void;
			/** @since 24 */
			public dismissKeyboardShortcutsHelper(): void;
			public dispatchGenericMotionEvent(ev: android.view.MotionEvent): boolean;
			public dispatchKeyEvent(event: android.view.KeyEvent): boolean;
			public dispatchKeyShortcutEvent(event: android.view.KeyEvent): boolean;
			public dispatchPopulateAccessibilityEvent(event: android.view.accessibility.AccessibilityEvent): boolean;
			public dispatchTouchEvent(ev: android.view.MotionEvent): boolean;
			public dispatchTrackballEvent(ev: android.view.MotionEvent): boolean;
			public dump(prefix: string, fd: java.io.FileDescriptor | null, writer: java.io.PrintWriter, args: androidNative.Array<string> | null): void;
			/** @since 24
			 *  @deprecated Deprecated in API 26 */
			public enterPictureInPictureMode(): void;
			/** @since 26 */
			public enterPictureInPictureMode(params: android.app.PictureInPictureParams): boolean;
			public findViewById(id: number): android.view.View;
			public finish(): void;
			public finishActivity(requestCode: number): void;
			/** @deprecated Deprecated in API 30 */
			public finishActivityFromChild(child: android.app.Activity, requestCode: number): void;
			public finishAffinity(): void;
			public finishAfterTransition(): void;
			public finishAndRemoveTask(): void;
			/** @deprecated Deprecated in API 30 */
			public finishFromChild(child: android.app.Activity): void;
			public getActionBar(): android.app.ActionBar | null;
			public getApplication(): android.app.Application;
			/** @since 35 */
			public getCaller(): android.app.ComponentCaller | null;
			public getCallingActivity(): android.content.ComponentName | null;
			public getCallingPackage(): string | null;
			public getChangingConfigurations(): number;
			public getComponentName(): android.content.ComponentName;
			public getContentScene(): android.transition.Scene;
			public getContentTransitionManager(): android.transition.TransitionManager;
			/** @since 35 */
			public getCurrentCaller(): android.app.ComponentCaller;
			public getCurrentFocus(): android.view.View | null;
			/** @deprecated Deprecated in API 28 */
			public getFragmentManager(): android.app.FragmentManager;
			/** @since 35 */
			public getInitialCaller(): android.app.ComponentCaller;
			public getIntent(): android.content.Intent;
			public getLastNonConfigurationInstance(): any;
			/** @since 34 */
			public getLaunchedFromPackage(): string | null;
			/** @since 34 */
			public getLaunchedFromUid(): number;
			public getLayoutInflater(): android.view.LayoutInflater;
			/** @deprecated Deprecated in API 28 */
			public getLoaderManager(): android.app.LoaderManager;
			public getLocalClassName(): string;
			/** @since 26 */
			public getMaxNumPictureInPictureActions(): number;
			public getMediaController(): any;
			public getMenuInflater(): android.view.MenuInflater;
			/** @since 33 */
			public getOnBackInvokedDispatcher(): android.window.OnBackInvokedDispatcher;
			/** @deprecated Deprecated in API 35 */
			public getParent(): android.app.Activity;
			public getParentActivityIntent(): android.content.Intent | null;
			public getPreferences(mode: number): android.content.SharedPreferences;
			/** @since 22 */
			public getReferrer(): android.net.Uri | null;
			public getRequestedOrientation(): number;
			/** @since 23 */
			public getSearchEvent(): any;
			/** @since 31 */
			public getSplashScreen(): android.window.SplashScreen;
			/** @since 23 */
			public getSystemService(serviceClass: java.lang.Class<any>): any;
			public getSystemService(name: string): any;
			public getTaskId(): number;
			public getTitle(): string;
			public getTitleColor(): number;
			/** @since 23 */
			public getVoiceInteractor(): android.app.VoiceInteractor;
			public getVolumeControlStream(): number;
			public getWindow(): android.view.Window;
			public getWindowManager(): android.view.WindowManager;
			public hasWindowFocus(): boolean;
			public invalidateOptionsMenu(): void;
			/** @since 26 */
			public isActivityTransitionRunning(): boolean;
			public isChangingConfigurations(): boolean;
			/** @deprecated Deprecated in API 35 */
			public isChild(): boolean;
			public isDestroyed(): boolean;
			public isFinishing(): boolean;
			public isHandoffEnabled(): boolean;
			public isImmersive(): boolean;
			/** @since 24 */
			public isInMultiWindowMode(): boolean;
			/** @since 24 */
			public isInPictureInPictureMode(): boolean;
			/** @since 31 */
			public isLaunchedFromBubble(): boolean;
			/** @since 24 */
			public isLocalVoiceInteractionSupported(): boolean;
			public isTaskRoot(): boolean;
			/** @since 23 */
			public isVoiceInteraction(): boolean;
			/** @since 23 */
			public isVoiceInteractionRoot(): boolean;
			/** @deprecated Deprecated in API 15 */
			public managedQuery(uri: android.net.Uri, projection: androidNative.Array<string>, selection: string, selectionArgs: androidNative.Array<string>, sortOrder: string): android.database.Cursor;
			public moveTaskToBack(nonRoot: boolean): boolean;
			public navigateUpTo(upIntent: android.content.Intent): boolean;
			/** @deprecated Deprecated in API 30 */
			public navigateUpToFromChild(child: android.app.Activity, upIntent: android.content.Intent): boolean;
			public onActionModeFinished(mode: android.view.ActionMode): void;
			public onActionModeStarted(mode: android.view.ActionMode): void;
			public onActivityReenter(resultCode: number, data: android.content.Intent): void;
			public onActivityResult(requestCode: number, resultCode: number, data: android.content.Intent): void;
			/** @since 35 */
			public onActivityResult(requestCode: number, resultCode: number, data: android.content.Intent | null, caller: android.app.ComponentCaller): void;
			public onApplyThemeResource(theme: android.content.res.Resources.Theme, resid: number, first: boolean): void;
			/** @deprecated Deprecated in API 28 */
			public onAttachFragment(fragment: android.app.Fragment): void;
			public onAttachedToWindow(): void;
			/** @deprecated Deprecated in API 33 */
			public onBackPressed(): void;
			public onChildTitleChanged(childActivity: android.app.Activity, title: string): void;
			public onConfigurationChanged(newConfig: android.content.res.Configuration): void;
			public onContentChanged(): void;
			public onContextItemSelected(item: android.view.MenuItem): boolean;
			public onContextMenuClosed(menu: android.view.Menu): void;
			public onCreate(savedInstanceState: android.os.Bundle | null): void;
			public onCreate(savedInstanceState: android.os.Bundle | null, persistentState: any): void;
			public onCreateContextMenu(menu: android.view.ContextMenu, v: android.view.View, menuInfo: android.view.ContextMenu.ContextMenuInfo): void;
			public onCreateDescription(): string | null;
			/** @deprecated Deprecated in API 15 */
			public onCreateDialog(id: number): android.app.Dialog;
			/** @deprecated Deprecated in API 15 */
			public onCreateDialog(id: number, args: android.os.Bundle): android.app.Dialog | null;
			public onCreateNavigateUpTaskStack(builder: android.app.TaskStackBuilder): void;
			public onCreateOptionsMenu(menu: android.view.Menu): boolean;
			public onCreatePanelMenu(featureId: number, menu: android.view.Menu): boolean;
			public onCreatePanelView(featureId: number): android.view.View | null;
			/** @deprecated Deprecated in API 28 */
			public onCreateThumbnail(outBitmap: android.graphics.Bitmap, canvas: android.graphics.Canvas): boolean;
			public onCreateView(parent: android.view.View | null, name: string, context: android.content.Context, attrs: android.util.AttributeSet): android.view.View | null;
			public onCreateView(name: string, context: android.content.Context, attrs: android.util.AttributeSet): android.view.View | null;
			public onDestroy(): void;
			public onDetachedFromWindow(): void;
			public onEnterAnimationComplete(): void;
			public onGenericMotionEvent(event: android.view.MotionEvent): boolean;
			/** @since 29 */
			public onGetDirectActions(cancellationSignal: android.os.CancellationSignal, callback: any /* any*/): void;
			public onHandoffActivityDataRequested(requestInfo: android.app.HandoffActivityDataRequestInfo): android.app.HandoffActivityData | null;
			public onKeyDown(keyCode: number, event: android.view.KeyEvent): boolean;
			public onKeyLongPress(keyCode: number, event: android.view.KeyEvent): boolean;
			public onKeyMultiple(keyCode: number, repeatCount: number, event: android.view.KeyEvent): boolean;
			public onKeyShortcut(keyCode: number, event: android.view.KeyEvent): boolean;
			public onKeyUp(keyCode: number, event: android.view.KeyEvent): boolean;
			/** @since 24 */
			public onLocalVoiceInteractionStarted(): void;
			/** @since 24 */
			public onLocalVoiceInteractionStopped(): void;
			/** @deprecated Deprecated in API 35 */
			public onLowMemory(): void;
			public onMenuItemSelected(featureId: number, item: android.view.MenuItem): boolean;
			public onMenuOpened(featureId: number, menu: android.view.Menu): boolean;
			/** @since 24
			 *  @deprecated Deprecated in API 26 */
			public onMultiWindowModeChanged(isInMultiWindowMode: boolean): void;
			/** @since 26 */
			public onMultiWindowModeChanged(isInMultiWindowMode: boolean, newConfig: android.content.res.Configuration): void;
			public onNavigateUp(): boolean;
			/** @deprecated Deprecated in API 30 */
			public onNavigateUpFromChild(child: android.app.Activity): boolean;
			public onNewIntent(intent: android.content.Intent): void;
			/** @since 35 */
			public onNewIntent(intent: android.content.Intent, caller: android.app.ComponentCaller): void;
			public onOptionsItemSelected(item: android.view.MenuItem): boolean;
			public onOptionsMenuClosed(menu: android.view.Menu): void;
			public onPanelClosed(featureId: number, menu: android.view.Menu): void;
			public onPause(): void;
			/** @since 29 */
			public onPerformDirectAction(actionId: string, arguments_: android.os.Bundle, cancellationSignal: android.os.CancellationSignal, resultListener: any /* any*/): void;
			/** @since 24
			 *  @deprecated Deprecated in API 26 */
			public onPictureInPictureModeChanged(isInPictureInPictureMode: boolean): void;
			/** @since 26 */
			public onPictureInPictureModeChanged(isInPictureInPictureMode: boolean, newConfig: android.content.res.Configuration): void;
			/** @since 30 */
			public onPictureInPictureRequested(): boolean;
			/** @since 31 */
			public onPictureInPictureUiStateChanged(pipState: android.app.PictureInPictureUiState): void;
			public onPostCreate(savedInstanceState: android.os.Bundle | null): void;
			public onPostCreate(savedInstanceState: android.os.Bundle | null, persistentState: any): void;
			public onPostResume(): void;
			/** @deprecated Deprecated in API 15 */
			public onPrepareDialog(id: number, dialog: android.app.Dialog): void;
			/** @deprecated Deprecated in API 15 */
			public onPrepareDialog(id: number, dialog: android.app.Dialog, args: android.os.Bundle): void;
			public onPrepareNavigateUpTaskStack(builder: android.app.TaskStackBuilder): void;
			public onPrepareOptionsMenu(menu: android.view.Menu): boolean;
			public onPreparePanel(featureId: number, view: android.view.View | null, menu: android.view.Menu): boolean;
			/** @since 23 */
			public onProvideAssistContent(outContent: android.app.assist.AssistContent): void;
			public onProvideAssistData(data: android.os.Bundle): void;
			/** @since 24 */
			public onProvideKeyboardShortcuts(data: java.util.List<any>, menu: android.view.Menu, deviceId: number): void;
			/** @since 23 */
			public onProvideReferrer(): android.net.Uri;
			/** @since 23 */
			public onRequestPermissionsResult(requestCode: number, permissions: androidNative.Array<string>, grantResults: androidNative.Array<number>): void;
			/** @since 35 */
			public onRequestPermissionsResult(requestCode: number, permissions: androidNative.Array<string>, grantResults: androidNative.Array<number>, deviceId: number): void;
			public onRestart(): void;
			public onRestoreInstanceState(savedInstanceState: android.os.Bundle): void;
			public onRestoreInstanceState(savedInstanceState: android.os.Bundle | null, persistentState: any): void;
			public onResume(): void;
			public onRetainNonConfigurationInstance(): any;
			public onSaveInstanceState(outState: android.os.Bundle): void;
			public onSaveInstanceState(outState: android.os.Bundle, outPersistentState: any): void;
			public onSearchRequested(): boolean;
			/** @since 23 */
			public onSearchRequested(searchEvent: any | null): boolean;
			public onStart(): void;
			/** @since 23
			 *  @deprecated Deprecated in API 29 */
			public onStateNotSaved(): void;
			public onStop(): void;
			public onTitleChanged(title: string, color: number): void;
			/** @since 29 */
			public onTopResumedActivityChanged(isTopResumedActivity: boolean): void;
			public onTouchEvent(event: android.view.MotionEvent): boolean;
			public onTrackballEvent(event: android.view.MotionEvent): boolean;
			public onTrimMemory(level: number): void;
			public onUserInteraction(): void;
			public onUserLeaveHint(): void;
			/** @deprecated Deprecated in API 26 */
			public onVisibleBehindCanceled(): void;
			public onWindowAttributesChanged(params: android.view.WindowManager.LayoutParams): void;
			public onWindowFocusChanged(hasFocus: boolean): void;
			public onWindowStartingActionMode(callback: android.view.ActionMode.Callback): android.view.ActionMode | null;
			/** @since 23 */
			public onWindowStartingActionMode(callback: android.view.ActionMode.Callback, type: number): android.view.ActionMode | null;
			public openContextMenu(view: android.view.View): void;
			public openOptionsMenu(): void;
			/** @since 34 */
			public overrideActivityTransition(overrideType: number, enterAnim: number, exitAnim: number): void;
			/** @since 34 */
			public overrideActivityTransition(overrideType: number, enterAnim: number, exitAnim: number, backgroundColor: number): void;
			/** @deprecated Deprecated in API 34 */
			public overridePendingTransition(enterAnim: number, exitAnim: number): void;
			/** @since 33
			 *  @deprecated Deprecated in API 34 */
			public overridePendingTransition(enterAnim: number, exitAnim: number, backgroundColor: number): void;
			public postponeEnterTransition(): void;
			public recreate(): void;
			/** @since 29 */
			public registerActivityLifecycleCallbacks(callback: android.app.Application.ActivityLifecycleCallbacks): void;
			public registerComponentCallbacks(callback: android.content.ComponentCallbacks): void;
			public registerForContextMenu(view: android.view.View): void;
			/** @since 34 */
			public registerScreenCaptureCallback(executor: java.util.concurrent.Executor, callback: android.app.Activity.ScreenCaptureCallback): void;
			public releaseInstance(): boolean;
			/** @deprecated Deprecated in API 15 */
			public removeDialog(id: number): void;
			public reportFullyDrawn(): void;
			/** @since 24 */
			public requestDragAndDropPermissions(event: android.view.DragEvent): android.view.DragAndDropPermissions;
			/** @since 34 */
			public requestFullscreenMode(request: number, approvalCallback: android.os.OutcomeReceiver<java.lang.Void,java.lang.Throwable> | null): void;
			/** @since 36 */
			public requestOpenInBrowserEducation(): void;
			/** @since 23 */
			public requestPermissions(permissions: androidNative.Array<string>, requestCode: number): void;
			/** @since 35 */
			public requestPermissions(permissions: androidNative.Array<string>, requestCode: number, deviceId: number): void;
			/** @since 24 */
			public requestShowKeyboardShortcuts(): void;
			/** @deprecated Deprecated in API 26 */
			public requestVisibleBehind(visible: boolean): boolean;
			public requestWindowFeature(featureId: number): boolean;
			/** @since 28 */
			public requireViewById(id: number): android.view.View;
			public runOnUiThread(action: java.lang.Runnable): void;
			public setActionBar(toolbar: android.widget.Toolbar | null): void;
			/** @since 35 */
			public setAllowCrossUidActivitySwitchFromBelow(allowed: boolean): void;
			public setContentTransitionManager(tm: android.transition.TransitionManager): void;
			public setContentView(view: android.view.View): void;
			public setContentView(view: android.view.View, params: android.view.ViewGroup.LayoutParams): void;
			public setContentView(layoutResID: number): void;
			public setDefaultKeyMode(mode: number): void;
			public setEnterSharedElementCallback(callback: any): void;
			public setExitSharedElementCallback(callback: any): void;
			public setFeatureDrawable(featureId: number, drawable: android.graphics.drawable.Drawable): void;
			public setFeatureDrawableAlpha(featureId: number, alpha: number): void;
			public setFeatureDrawableResource(featureId: number, resId: number): void;
			public setFeatureDrawableUri(featureId: number, uri: android.net.Uri): void;
			public setFinishOnTouchOutside(finish: boolean): void;
			public setHandoffEnabled(handoffEnabled: boolean, handoffActivityParams: android.app.HandoffActivityParams | null): void;
			public setImmersive(i: boolean): void;
			/** @since 29 */
			public setInheritShowWhenLocked(inheritShowWhenLocked: boolean): void;
			public setIntent(newIntent: android.content.Intent): void;
			/** @since 35 */
			public setIntent(newIntent: android.content.Intent | null, newCaller: android.app.ComponentCaller | null): void;
			/** @since 30 */
			public setLocusContext(locusId: android.content.LocusId | null, bundle: android.os.Bundle | null): void;
			public setMediaController(controller: any): void;
			/** @since 26 */
			public setPictureInPictureParams(params: android.app.PictureInPictureParams): void;
			/** @deprecated Deprecated in API 24 */
			public setProgress(progress: number): void;
			/** @deprecated Deprecated in API 24 */
			public setProgressBarIndeterminate(indeterminate: boolean): void;
			/** @deprecated Deprecated in API 24 */
			public setProgressBarIndeterminateVisibility(visible: boolean): void;
			/** @deprecated Deprecated in API 24 */
			public setProgressBarVisibility(visible: boolean): void;
			/** @since 33 */
			public setRecentsScreenshotEnabled(enabled: boolean): void;
			public setRequestedOrientation(requestedOrientation: number): void;
			public setResult(resultCode: number): void;
			public setResult(resultCode: number, data: android.content.Intent): void;
			/** @deprecated Deprecated in API 24 */
			public setSecondaryProgress(secondaryProgress: number): void;
			/** @since 33 */
			public setShouldDockBigOverlays(shouldDockBigOverlays: boolean): void;
			/** @since 27 */
			public setShowWhenLocked(showWhenLocked: boolean): void;
			public setTaskDescription(taskDescription: android.app.ActivityManager.TaskDescription): void;
			/** @since 29 */
			public setTheme(theme: android.content.res.Resources.Theme | null): void;
			public setTheme(resid: number): void;
			public setTitle(titleId: number): void;
			public setTitle(title: string): void;
			/** @deprecated Deprecated in API 21 */
			public setTitleColor(textColor: number): void;
			/** @since 30 */
			public setTranslucent(translucent: boolean): boolean;
			/** @since 27 */
			public setTurnScreenOn(turnScreenOn: boolean): void;
			public setVisible(visible: boolean): void;
			public setVolumeControlStream(streamType: number): void;
			/** @since 24 */
			public setVrModeEnabled(enabled: boolean, requestedComponent: android.content.ComponentName): void;
			/** @since 33 */
			public shouldDockBigOverlays(): boolean;
			/** @since 23 */
			public shouldShowRequestPermissionRationale(permission: string): boolean;
			/** @since 35 */
			public shouldShowRequestPermissionRationale(permission: string, deviceId: number): boolean;
			public shouldUpRecreateTask(targetIntent: android.content.Intent): boolean;
			/** @since 23 */
			public showAssist(args: android.os.Bundle): boolean;
			/** @deprecated Deprecated in API 15 */
			public showDialog(id: number): void;
			/** @deprecated Deprecated in API 15 */
			public showDialog(id: number, args: android.os.Bundle): boolean;
			/** @since 23 */
			public showLockTaskEscapeMessage(): void;
			public startActionMode(callback: android.view.ActionMode.Callback): android.view.ActionMode | null;
			/** @since 23 */
			public startActionMode(callback: android.view.ActionMode.Callback, type: number): android.view.ActionMode | null;
			public startActivities(intents: androidNative.Array<android.content.Intent>, options: android.os.Bundle | null): void;
			public startActivities(intents: androidNative.Array<android.content.Intent>): void;
			public startActivity(intent: android.content.Intent, options: android.os.Bundle | null): void;
			public startActivity(intent: android.content.Intent): void;
			public startActivityForResult(intent: android.content.Intent, requestCode: number): void;
			public startActivityForResult(intent: android.content.Intent, requestCode: number, options: android.os.Bundle | null): void;
			/** @deprecated Deprecated in API 30 */
			public startActivityFromChild(child: android.app.Activity, intent: android.content.Intent, requestCode: number): void;
			/** @deprecated Deprecated in API 30 */
			public startActivityFromChild(child: android.app.Activity, intent: android.content.Intent, requestCode: number, options: android.os.Bundle | null): void;
			/** @deprecated Deprecated in API 28 */
			public startActivityFromFragment(fragment: android.app.Fragment, intent: android.content.Intent, requestCode: number): void;
			/** @deprecated Deprecated in API 28 */
			public startActivityFromFragment(fragment: android.app.Fragment, intent: android.content.Intent, requestCode: number, options: android.os.Bundle | null): void;
			public startActivityIfNeeded(intent: android.content.Intent, requestCode: number): boolean;
			public startActivityIfNeeded(intent: android.content.Intent, requestCode: number, options: android.os.Bundle | null): boolean;
			public startIntentSender(intent: android.content.IntentSender, fillInIntent: android.content.Intent | null, flagsMask: number, flagsValues: number, extraFlags: number, options: android.os.Bundle | null): void;
			public startIntentSender(intent: android.content.IntentSender, fillInIntent: android.content.Intent | null, flagsMask: number, flagsValues: number, extraFlags: number): void;
			public startIntentSenderForResult(intent: android.content.IntentSender, requestCode: number, fillInIntent: android.content.Intent | null, flagsMask: number, flagsValues: number, extraFlags: number): void;
			public startIntentSenderForResult(intent: android.content.IntentSender, requestCode: number, fillInIntent: android.content.Intent | null, flagsMask: number, flagsValues: number, extraFlags: number, options: android.os.Bundle | null): void;
			/** @deprecated Deprecated in API 30 */
			public startIntentSenderFromChild(child: android.app.Activity, intent: android.content.IntentSender, requestCode: number, fillInIntent: android.content.Intent, flagsMask: number, flagsValues: number, extraFlags: number): void;
			/** @deprecated Deprecated in API 30 */
			public startIntentSenderFromChild(child: android.app.Activity, intent: android.content.IntentSender, requestCode: number, fillInIntent: android.content.Intent, flagsMask: number, flagsValues: number, extraFlags: number, options: android.os.Bundle | null): void;
			/** @since 24 */
			public startLocalVoiceInteraction(privateOptions: android.os.Bundle): void;
			public startLockTask(): void;
			/** @deprecated Deprecated in API 15 */
			public startManagingCursor(c: android.database.Cursor): void;
			public startNextMatchingActivity(intent: android.content.Intent): boolean;
			public startNextMatchingActivity(intent: android.content.Intent, options: android.os.Bundle | null): boolean;
			public startPostponedEnterTransition(): void;
			public startSearch(initialQuery: string | null, selectInitialQuery: boolean, appSearchData: android.os.Bundle | null, globalSearch: boolean): void;
			/** @since 24 */
			public stopLocalVoiceInteraction(): void;
			public stopLockTask(): void;
			/** @deprecated Deprecated in API 15 */
			public stopManagingCursor(c: android.database.Cursor): void;
			public takeKeyEvents(get: boolean): void;
			public triggerSearch(query: string, appSearchData: android.os.Bundle | null): void;
			/** @since 29 */
			public unregisterActivityLifecycleCallbacks(callback: android.app.Application.ActivityLifecycleCallbacks): void;
			public unregisterComponentCallbacks(callback: android.content.ComponentCallbacks): void;
			public unregisterForContextMenu(view: android.view.View): void;
			/** @since 34 */
			public unregisterScreenCaptureCallback(callback: android.app.Activity.ScreenCaptureCallback): void;
			public onTrimMemory(param0: number): void;
			public onKeyDown(param0: number, param1: android.view.KeyEvent): boolean;
			public onKeyLongPress(param0: number, param1: android.view.KeyEvent): boolean;
			public onKeyMultiple(param0: number, param1: number, param2: android.view.KeyEvent): boolean;
			public onKeyUp(param0: number, param1: android.view.KeyEvent): boolean;
			public onCreateView(param0: android.view.View | null, param1: string, param2: android.content.Context, param3: android.util.AttributeSet): android.view.View | null;
			public onCreateContextMenu(param0: android.view.ContextMenu, param1: android.view.View, param2: android.view.ContextMenu.ContextMenuInfo): void;
			public dispatchGenericMotionEvent(param0: android.view.MotionEvent): boolean;
			public dispatchKeyEvent(param0: android.view.KeyEvent): boolean;
			public dispatchKeyShortcutEvent(param0: android.view.KeyEvent): boolean;
			public dispatchPopulateAccessibilityEvent(param0: android.view.accessibility.AccessibilityEvent): boolean;
			public dispatchTouchEvent(param0: android.view.MotionEvent): boolean;
			public dispatchTrackballEvent(param0: android.view.MotionEvent): boolean;
			public onActionModeFinished(param0: android.view.ActionMode): void;
			public onActionModeStarted(param0: android.view.ActionMode): void;
			public onCreatePanelMenu(param0: number, param1: android.view.Menu): boolean;
			public onCreatePanelView(param0: number): android.view.View | null;
			public onMenuItemSelected(param0: number, param1: android.view.MenuItem): boolean;
			public onMenuOpened(param0: number, param1: android.view.Menu): boolean;
			public onPanelClosed(param0: number, param1: android.view.Menu): void;
			/** @since 26 */
			public onPointerCaptureChanged(hasCapture: boolean): void;
			public onPreparePanel(param0: number, param1: android.view.View | null, param2: android.view.Menu): boolean;
			/** @since 24 */
			public onProvideKeyboardShortcuts(data: java.util.List<any>, menu: android.view.Menu | null, deviceId: number): void;
			/** @since 23 */
			public onSearchRequested(param0: any): boolean;
			public onWindowAttributesChanged(param0: android.view.WindowManager.LayoutParams): void;
			public onWindowFocusChanged(param0: boolean): void;
			public onWindowStartingActionMode(param0: android.view.ActionMode.Callback): android.view.ActionMode | null;
			/** @since 23 */
			public onWindowStartingActionMode(param0: android.view.ActionMode.Callback, param1: number): android.view.ActionMode | null;
			public onConfigurationChanged(param0: android.content.res.Configuration): void;
			public onCreateView(param0: string, param1: android.content.Context, param2: android.util.AttributeSet): android.view.View | null;
		}
		export class AlarmManager extends java.lang.Object {
			public static class: java.lang.Class<android.app.AlarmManager>;
			public static ACTION_NEXT_ALARM_CLOCK_CHANGED: "android.app.action.NEXT_ALARM_CLOCK_CHANGED";
			/** @since 31 */
			public static ACTION_SCHEDULE_EXACT_ALARM_PERMISSION_STATE_CHANGED: "android.app.action.SCHEDULE_EXACT_ALARM_PERMISSION_STATE_CHANGED";
			public static ELAPSED_REALTIME: 3;
			public static ELAPSED_REALTIME_WAKEUP: 2;
			public static INTERVAL_DAY: 86400000;
			public static INTERVAL_FIFTEEN_MINUTES: 900000;
			public static INTERVAL_HALF_DAY: 43200000;
			public static INTERVAL_HALF_HOUR: 1800000;
			public static INTERVAL_HOUR: 3600000;
			public static RTC: 1;
			public static RTC_WAKEUP: 0;
			/** @since 31 */
			public canScheduleExactAlarms(): boolean;
			/** @since 24 */
			public cancel(listener: android.app.AlarmManager.OnAlarmListener): void;
			public cancel(operation: android.app.PendingIntent): void;
			/** @since 34 */
			public cancelAll(): void;
			public getNextAlarmClock(): android.app.AlarmManager.AlarmClockInfo;
			public set(type: number, triggerAtMillis: number, operation: android.app.PendingIntent): void;
			/** @since 24 */
			public set(type: number, triggerAtMillis: number, tag: string | null, listener: android.app.AlarmManager.OnAlarmListener, targetHandler: android.os.Handler | null): void;
			public setAlarmClock(info: android.app.AlarmManager.AlarmClockInfo, operation: android.app.PendingIntent): void;
			/** @since 23 */
			public setAndAllowWhileIdle(type: number, triggerAtMillis: number, operation: android.app.PendingIntent): void;
			public setExact(type: number, triggerAtMillis: number, operation: android.app.PendingIntent): void;
			/** @since 24 */
			public setExact(type: number, triggerAtMillis: number, tag: string | null, listener: android.app.AlarmManager.OnAlarmListener, targetHandler: android.os.Handler | null): void;
			/** @since 23 */
			public setExactAndAllowWhileIdle(type: number, triggerAtMillis: number, operation: android.app.PendingIntent): void;
			public setExactAndAllowWhileIdle(type: number, triggerAtMillis: number, tag: string, executor: java.util.concurrent.Executor, listener: android.app.AlarmManager.OnAlarmListener): void;
			public setInexactRepeating(type: number, triggerAtMillis: number, intervalMillis: number, operation: android.app.PendingIntent): void;
			public setRepeating(type: number, triggerAtMillis: number, intervalMillis: number, operation: android.app.PendingIntent): void;
			public setTime(millis: number): void;
			public setTimeZone(timeZone: string): void;
			public setWindow(type: number, windowStartMillis: number, windowLengthMillis: number, operation: android.app.PendingIntent): void;
			/** @since 24 */
			public setWindow(type: number, windowStartMillis: number, windowLengthMillis: number, tag: string | null, listener: android.app.AlarmManager.OnAlarmListener, targetHandler: android.os.Handler | null): void;
			/** @since 34 */
			public setWindow(type: number, windowStartMillis: number, windowLengthMillis: number, tag: string | null, executor: java.util.concurrent.Executor, listener: android.app.AlarmManager.OnAlarmListener): void;
		}
		export class AlertDialog extends android.app.Dialog implements android.content.DialogInterface {
			public static class: java.lang.Class<android.app.AlertDialog>;
			/** @deprecated Deprecated in API 23 */
			public static THEME_DEVICE_DEFAULT_DARK: 4;
			/** @deprecated Deprecated in API 23 */
			public static THEME_DEVICE_DEFAULT_LIGHT: 5;
			/** @deprecated Deprecated in API 23 */
			public static THEME_HOLO_DARK: 2;
			/** @deprecated Deprecated in API 23 */
			public static THEME_HOLO_LIGHT: 3;
			/** @deprecated Deprecated in API 23 */
			public static THEME_TRADITIONAL: 1;
			public constructor(context: android.content.Context, cancelable: boolean, cancelListener: android.content.DialogInterface.OnCancelListener | null);
			public constructor(context: android.content.Context, themeResId: number);
			public constructor(context: android.content.Context);
			public constructor(context: android.content.Context, cancelable: boolean, cancelListener: android.content.DialogInterface.OnCancelListener);
			public getButton(whichButton: number): android.widget.Button;
			public getListView(): android.widget.ListView;
			public onCreate(savedInstanceState: android.os.Bundle): void;
			public onKeyDown(keyCode: number, event: android.view.KeyEvent): boolean;
			public onKeyUp(keyCode: number, event: android.view.KeyEvent): boolean;
			public setButton(whichButton: number, text: string, listener: android.content.DialogInterface.OnClickListener): void;
			public setButton(whichButton: number, text: string, msg: android.os.Message): void;
			/** @deprecated Deprecated in API 15 */
			public setButton(text: string, listener: android.content.DialogInterface.OnClickListener): void;
			/** @deprecated Deprecated in API 15 */
			public setButton(text: string, msg: android.os.Message): void;
			/** @deprecated Deprecated in API 15 */
			public setButton2(text: string, listener: android.content.DialogInterface.OnClickListener): void;
			/** @deprecated Deprecated in API 15 */
			public setButton2(text: string, msg: android.os.Message): void;
			/** @deprecated Deprecated in API 15 */
			public setButton3(text: string, listener: android.content.DialogInterface.OnClickListener): void;
			/** @deprecated Deprecated in API 15 */
			public setButton3(text: string, msg: android.os.Message): void;
			public setCustomTitle(customTitleView: android.view.View): void;
			public setIcon(icon: android.graphics.drawable.Drawable): void;
			public setIcon(resId: number): void;
			public setIconAttribute(attrId: number): void;
			public setInverseBackgroundForced(forceInverseBackground: boolean): void;
			public setMessage(message: string): void;
			public setTitle(titleId: number): void;
			public setTitle(title: string): void;
			public setView(view: android.view.View): void;
			public setView(view: android.view.View, viewSpacingLeft: number, viewSpacingTop: number, viewSpacingRight: number, viewSpacingBottom: number): void;
			public cancel(): void;
			public dismiss(): void;
			public onKeyDown(param0: number, param1: android.view.KeyEvent): boolean;
			public onKeyLongPress(param0: number, param1: android.view.KeyEvent): boolean;
			public onKeyMultiple(param0: number, param1: number, param2: android.view.KeyEvent): boolean;
			public onKeyUp(param0: number, param1: android.view.KeyEvent): boolean;
			public onCreateContextMenu(param0: android.view.ContextMenu, param1: android.view.View, param2: android.view.ContextMenu.ContextMenuInfo): void;
			public dispatchGenericMotionEvent(param0: android.view.MotionEvent): boolean;
			public dispatchKeyEvent(param0: android.view.KeyEvent): boolean;
			public dispatchKeyShortcutEvent(param0: android.view.KeyEvent): boolean;
			public dispatchPopulateAccessibilityEvent(param0: android.view.accessibility.AccessibilityEvent): boolean;
			public dispatchTouchEvent(param0: android.view.MotionEvent): boolean;
			public dispatchTrackballEvent(param0: android.view.MotionEvent): boolean;
			public onActionModeFinished(param0: android.view.ActionMode): void;
			public onActionModeStarted(param0: android.view.ActionMode): void;
			public onAttachedToWindow(): void;
			public onContentChanged(): void;
			public onCreatePanelMenu(param0: number, param1: android.view.Menu): boolean;
			public onCreatePanelView(param0: number): android.view.View | null;
			public onDetachedFromWindow(): void;
			public onMenuItemSelected(param0: number, param1: android.view.MenuItem): boolean;
			public onMenuOpened(param0: number, param1: android.view.Menu): boolean;
			public onPanelClosed(param0: number, param1: android.view.Menu): void;
			/** @since 26 */
			public onPointerCaptureChanged(hasCapture: boolean): void;
			public onPreparePanel(param0: number, param1: android.view.View | null, param2: android.view.Menu): boolean;
			/** @since 24 */
			public onProvideKeyboardShortcuts(data: java.util.List<any>, menu: android.view.Menu | null, deviceId: number): void;
			/** @since 23 */
			public onSearchRequested(searchEvent: any): boolean;
			public onSearchRequested(): boolean;
			/** @since 23 */
			public onSearchRequested(param0: any): boolean;
			public onWindowAttributesChanged(param0: android.view.WindowManager.LayoutParams): void;
			public onWindowFocusChanged(param0: boolean): void;
			/** @since 23 */
			public onWindowStartingActionMode(callback: android.view.ActionMode.Callback, type: number): android.view.ActionMode;
			public onWindowStartingActionMode(param0: android.view.ActionMode.Callback): android.view.ActionMode | null;
			/** @since 23 */
			public onWindowStartingActionMode(param0: android.view.ActionMode.Callback, param1: number): android.view.ActionMode | null;
		}
		export module AlertDialog {
			export class Builder extends java.lang.Object {
				public static class: java.lang.Class<android.app.AlertDialog.Builder>;
				public constructor(context: android.content.Context);
				public constructor(context: android.content.Context, themeResId: number);
				public create(): android.app.AlertDialog;
				public getContext(): android.content.Context;
				public setAdapter(adapter: android.widget.ListAdapter, listener: android.content.DialogInterface.OnClickListener): android.app.AlertDialog.Builder;
				public setCancelable(cancelable: boolean): android.app.AlertDialog.Builder;
				public setCursor(cursor: android.database.Cursor, listener: android.content.DialogInterface.OnClickListener, labelColumn: string): android.app.AlertDialog.Builder;
				public setCustomTitle(customTitleView: android.view.View): android.app.AlertDialog.Builder;
				public setIcon(icon: android.graphics.drawable.Drawable): android.app.AlertDialog.Builder;
				public setIcon(iconId: number): android.app.AlertDialog.Builder;
				public setIconAttribute(attrId: number): android.app.AlertDialog.Builder;
				/** @deprecated Deprecated in API 23 */
				public setInverseBackgroundForced(useInverseBackground: boolean): android.app.AlertDialog.Builder;
				public setItems(itemsId: number, listener: android.content.DialogInterface.OnClickListener): android.app.AlertDialog.Builder;
				public setItems(items: androidNative.Array<string>, listener: android.content.DialogInterface.OnClickListener): android.app.AlertDialog.Builder;
				public setMessage(messageId: number): android.app.AlertDialog.Builder;
				public setMessage(message: string): android.app.AlertDialog.Builder;
				public setMultiChoiceItems(cursor: android.database.Cursor, isCheckedColumn: string, labelColumn: string, listener: android.content.DialogInterface.OnMultiChoiceClickListener): android.app.AlertDialog.Builder;
				public setMultiChoiceItems(itemsId: number, checkedItems: androidNative.Array<boolean>, listener: android.content.DialogInterface.OnMultiChoiceClickListener): android.app.AlertDialog.Builder;
				public setMultiChoiceItems(items: androidNative.Array<string>, checkedItems: androidNative.Array<boolean>, listener: android.content.DialogInterface.OnMultiChoiceClickListener): android.app.AlertDialog.Builder;
				public setNegativeButton(textId: number, listener: android.content.DialogInterface.OnClickListener): android.app.AlertDialog.Builder;
				public setNegativeButton(text: string, listener: android.content.DialogInterface.OnClickListener): android.app.AlertDialog.Builder;
				public setNeutralButton(textId: number, listener: android.content.DialogInterface.OnClickListener): android.app.AlertDialog.Builder;
				public setNeutralButton(text: string, listener: android.content.DialogInterface.OnClickListener): android.app.AlertDialog.Builder;
				public setOnCancelListener(onCancelListener: android.content.DialogInterface.OnCancelListener): android.app.AlertDialog.Builder;
				public setOnDismissListener(onDismissListener: android.content.DialogInterface.OnDismissListener): android.app.AlertDialog.Builder;
				public setOnItemSelectedListener(listener: android.widget.AdapterView.OnItemSelectedListener): android.app.AlertDialog.Builder;
				public setOnKeyListener(onKeyListener: android.content.DialogInterface.OnKeyListener): android.app.AlertDialog.Builder;
				public setPositiveButton(textId: number, listener: android.content.DialogInterface.OnClickListener): android.app.AlertDialog.Builder;
				public setPositiveButton(text: string, listener: android.content.DialogInterface.OnClickListener): android.app.AlertDialog.Builder;
				public setSingleChoiceItems(cursor: android.database.Cursor, checkedItem: number, labelColumn: string, listener: android.content.DialogInterface.OnClickListener): android.app.AlertDialog.Builder;
				public setSingleChoiceItems(adapter: android.widget.ListAdapter, checkedItem: number, listener: android.content.DialogInterface.OnClickListener): android.app.AlertDialog.Builder;
				public setSingleChoiceItems(itemsId: number, checkedItem: number, listener: android.content.DialogInterface.OnClickListener): android.app.AlertDialog.Builder;
				public setSingleChoiceItems(items: androidNative.Array<string>, checkedItem: number, listener: android.content.DialogInterface.OnClickListener): android.app.AlertDialog.Builder;
				public setTitle(titleId: number): android.app.AlertDialog.Builder;
				public setTitle(title: string): android.app.AlertDialog.Builder;
				public setView(view: android.view.View): android.app.AlertDialog.Builder;
				public setView(layoutResId: number): android.app.AlertDialog.Builder;
				public show(): android.app.AlertDialog;
			}
		}
		export class Dialog extends java.lang.Object implements android.content.DialogInterface, android.view.KeyEvent.Callback, android.view.View.OnCreateContextMenuListener, android.view.Window.Callback {
			public static class: java.lang.Class<android.app.Dialog>;
			public constructor(context: android.content.Context);
			public constructor(context: android.content.Context, cancelable: boolean, cancelListener: android.content.DialogInterface.OnCancelListener | null);
			public constructor(context: android.content.Context, themeResId: number);
			public addContentView(view: android.view.View, params: android.view.ViewGroup.LayoutParams | null): void;
			public cancel(): void;
			public closeOptionsMenu(): void;
			public create(): void;
			public dismiss(): void;
			public dispatchGenericMotionEvent(ev: android.view.MotionEvent): boolean;
			public dispatchKeyEvent(event: android.view.KeyEvent): boolean;
			public dispatchKeyShortcutEvent(event: android.view.KeyEvent): boolean;
			public dispatchPopulateAccessibilityEvent(event: android.view.accessibility.AccessibilityEvent): boolean;
			public dispatchTouchEvent(ev: android.view.MotionEvent): boolean;
			public dispatchTrackballEvent(ev: android.view.MotionEvent): boolean;
			public findViewById(id: number): android.view.View;
			public getActionBar(): android.app.ActionBar | null;
			public getContext(): android.content.Context;
			public getCurrentFocus(): android.view.View | null;
			public getLayoutInflater(): android.view.LayoutInflater;
			/** @since 33 */
			public getOnBackInvokedDispatcher(): android.window.OnBackInvokedDispatcher;
			public getOwnerActivity(): android.app.Activity | null;
			/** @since 23 */
			public getSearchEvent(): any | null;
			public getVolumeControlStream(): number;
			public getWindow(): android.view.Window | null;
			public hide(): void;
			public invalidateOptionsMenu(): void;
			public isShowing(): boolean;
			public onActionModeFinished(mode: android.view.ActionMode): void;
			public onActionModeStarted(mode: android.view.ActionMode): void;
			public onAttachedToWindow(): void;
			/** @deprecated Deprecated in API 33 */
			public onBackPressed(): void;
			public onContentChanged(): void;
			public onContextItemSelected(item: android.view.MenuItem): boolean;
			public onContextMenuClosed(menu: android.view.Menu): void;
			public onCreate(savedInstanceState: android.os.Bundle): void;
			public onCreateContextMenu(menu: android.view.ContextMenu, v: android.view.View, menuInfo: android.view.ContextMenu.ContextMenuInfo): void;
			public onCreateOptionsMenu(menu: android.view.Menu): boolean;
			public onCreatePanelMenu(featureId: number, menu: android.view.Menu): boolean;
			public onCreatePanelView(featureId: number): android.view.View;
			public onDetachedFromWindow(): void;
			public onGenericMotionEvent(event: android.view.MotionEvent): boolean;
			public onKeyDown(keyCode: number, event: android.view.KeyEvent): boolean;
			public onKeyLongPress(keyCode: number, event: android.view.KeyEvent): boolean;
			public onKeyMultiple(keyCode: number, repeatCount: number, event: android.view.KeyEvent): boolean;
			public onKeyShortcut(keyCode: number, event: android.view.KeyEvent): boolean;
			public onKeyUp(keyCode: number, event: android.view.KeyEvent): boolean;
			public onMenuItemSelected(featureId: number, item: android.view.MenuItem): boolean;
			public onMenuOpened(featureId: number, menu: android.view.Menu): boolean;
			public onOptionsItemSelected(item: android.view.MenuItem): boolean;
			public onOptionsMenuClosed(menu: android.view.Menu): void;
			public onPanelClosed(featureId: number, menu: android.view.Menu): void;
			public onPrepareOptionsMenu(menu: android.view.Menu): boolean;
			public onPreparePanel(featureId: number, view: android.view.View | null, menu: android.view.Menu): boolean;
			public onRestoreInstanceState(savedInstanceState: android.os.Bundle): void;
			public onSaveInstanceState(): android.os.Bundle;
			public onSearchRequested(): boolean;
			/** @since 23 */
			public onSearchRequested(searchEvent: any): boolean;
			public onStart(): void;
			public onStop(): void;
			public onTouchEvent(event: android.view.MotionEvent): boolean;
			public onTrackballEvent(event: android.view.MotionEvent): boolean;
			public onWindowAttributesChanged(params: android.view.WindowManager.LayoutParams): void;
			public onWindowFocusChanged(hasFocus: boolean): void;
			public onWindowStartingActionMode(callback: android.view.ActionMode.Callback): android.view.ActionMode;
			/** @since 23 */
			public onWindowStartingActionMode(callback: android.view.ActionMode.Callback, type: number): android.view.ActionMode;
			public openContextMenu(view: android.view.View): void;
			public openOptionsMenu(): void;
			public registerForContextMenu(view: android.view.View): void;
			public requestWindowFeature(featureId: number): boolean;
			/** @since 28 */
			public requireViewById(id: number): android.view.View;
			public setCancelMessage(msg: android.os.Message | null): void;
			public setCancelable(flag: boolean): void;
			public setCanceledOnTouchOutside(cancel: boolean): void;
			public setContentView(view: android.view.View): void;
			public setContentView(view: android.view.View, params: android.view.ViewGroup.LayoutParams | null): void;
			public setContentView(layoutResID: number): void;
			public setDismissMessage(msg: android.os.Message | null): void;
			public setFeatureDrawable(featureId: number, drawable: android.graphics.drawable.Drawable | null): void;
			public setFeatureDrawableAlpha(featureId: number, alpha: number): void;
			public setFeatureDrawableResource(featureId: number, resId: number): void;
			public setFeatureDrawableUri(featureId: number, uri: android.net.Uri | null): void;
			public setOnCancelListener(listener: android.content.DialogInterface.OnCancelListener | null): void;
			public setOnDismissListener(listener: android.content.DialogInterface.OnDismissListener | null): void;
			public setOnKeyListener(onKeyListener: android.content.DialogInterface.OnKeyListener | null): void;
			public setOnShowListener(listener: android.content.DialogInterface.OnShowListener | null): void;
			public setOwnerActivity(activity: android.app.Activity): void;
			public setTitle(titleId: number): void;
			public setTitle(title: string | null): void;
			public setVolumeControlStream(streamType: number): void;
			public show(): void;
			public takeKeyEvents(get: boolean): void;
			public unregisterForContextMenu(view: android.view.View): void;
			public onKeyDown(param0: number, param1: android.view.KeyEvent): boolean;
			public onKeyLongPress(param0: number, param1: android.view.KeyEvent): boolean;
			public onKeyMultiple(param0: number, param1: number, param2: android.view.KeyEvent): boolean;
			public onKeyUp(param0: number, param1: android.view.KeyEvent): boolean;
			public onCreateContextMenu(param0: android.view.ContextMenu, param1: android.view.View, param2: android.view.ContextMenu.ContextMenuInfo): void;
			public dispatchGenericMotionEvent(param0: android.view.MotionEvent): boolean;
			public dispatchKeyEvent(param0: android.view.KeyEvent): boolean;
			public dispatchKeyShortcutEvent(param0: android.view.KeyEvent): boolean;
			public dispatchPopulateAccessibilityEvent(param0: android.view.accessibility.AccessibilityEvent): boolean;
			public dispatchTouchEvent(param0: android.view.MotionEvent): boolean;
			public dispatchTrackballEvent(param0: android.view.MotionEvent): boolean;
			public onActionModeFinished(param0: android.view.ActionMode): void;
			public onActionModeStarted(param0: android.view.ActionMode): void;
			public onCreatePanelMenu(param0: number, param1: android.view.Menu): boolean;
			public onCreatePanelView(param0: number): android.view.View | null;
			public onMenuItemSelected(param0: number, param1: android.view.MenuItem): boolean;
			public onMenuOpened(param0: number, param1: android.view.Menu): boolean;
			public onPanelClosed(param0: number, param1: android.view.Menu): void;
			/** @since 26 */
			public onPointerCaptureChanged(hasCapture: boolean): void;
			public onPreparePanel(param0: number, param1: android.view.View | null, param2: android.view.Menu): boolean;
			/** @since 24 */
			public onProvideKeyboardShortcuts(data: java.util.List<any>, menu: android.view.Menu | null, deviceId: number): void;
			/** @since 23 */
			public onSearchRequested(param0: any): boolean;
			public onWindowAttributesChanged(param0: android.view.WindowManager.LayoutParams): void;
			public onWindowFocusChanged(param0: boolean): void;
			public onWindowStartingActionMode(param0: android.view.ActionMode.Callback): android.view.ActionMode | null;
			/** @since 23 */
			public onWindowStartingActionMode(param0: android.view.ActionMode.Callback, param1: number): android.view.ActionMode | null;
		}
		export class KeyguardManager extends java.lang.Object {
			public static class: java.lang.Class<android.app.KeyguardManager>;
			public addDeviceLockedStateListener(executor: java.util.concurrent.Executor, listener: android.app.KeyguardManager.DeviceLockedStateListener): void;
			/** @since 33 */
			public addKeyguardLockedStateListener(executor: java.util.concurrent.Executor, listener: android.app.KeyguardManager.KeyguardLockedStateListener): void;
			/** @deprecated Deprecated in API 29 */
			public createConfirmDeviceCredentialIntent(title: string, description: string): android.content.Intent;
			/** @deprecated Deprecated in API 15 */
			public exitKeyguardSecurely(callback: android.app.KeyguardManager.OnKeyguardExitResult): void;
			/** @deprecated Deprecated in API 28 */
			public inKeyguardRestrictedInputMode(): boolean;
			/** @since 22 */
			public isDeviceLocked(): boolean;
			/** @since 23 */
			public isDeviceSecure(): boolean;
			public isKeyguardLocked(): boolean;
			public isKeyguardSecure(): boolean;
			/** @deprecated Deprecated in API 15 */
			public newKeyguardLock(tag: string): android.app.KeyguardManager.KeyguardLock;
			public removeDeviceLockedStateListener(listener: android.app.KeyguardManager.DeviceLockedStateListener): void;
			/** @since 33 */
			public removeKeyguardLockedStateListener(listener: android.app.KeyguardManager.KeyguardLockedStateListener): void;
			/** @since 26 */
			public requestDismissKeyguard(activity: android.app.Activity, callback: android.app.KeyguardManager.KeyguardDismissCallback | null): void;
		}
		export class Notification extends java.lang.Object implements android.os.Parcelable {
			public static class: java.lang.Class<android.app.Notification>;
			public static ACTION_BRIDGED_NOTIFICATION_PREFERENCES: "android.app.action.BRIDGED_NOTIFICATION_PREFERENCES";
			public static AUDIO_ATTRIBUTES_DEFAULT: any;
			/** @since 26 */
			public static BADGE_ICON_LARGE: 2;
			/** @since 26 */
			public static BADGE_ICON_NONE: 0;
			/** @since 26 */
			public static BADGE_ICON_SMALL: 1;
			public static CATEGORY_ALARM: "alarm";
			public static CATEGORY_CALL: "call";
			public static CATEGORY_EMAIL: "email";
			public static CATEGORY_ERROR: "err";
			public static CATEGORY_EVENT: "event";
			/** @since 31 */
			public static CATEGORY_LOCATION_SHARING: "location_sharing";
			public static CATEGORY_MESSAGE: "msg";
			/** @since 31 */
			public static CATEGORY_MISSED_CALL: "missed_call";
			/** @since 28 */
			public static CATEGORY_NAVIGATION: "navigation";
			public static CATEGORY_PROGRESS: "progress";
			public static CATEGORY_PROMO: "promo";
			public static CATEGORY_RECOMMENDATION: "recommendation";
			/** @since 23 */
			public static CATEGORY_REMINDER: "reminder";
			public static CATEGORY_SERVICE: "service";
			public static CATEGORY_SOCIAL: "social";
			public static CATEGORY_STATUS: "status";
			/** @since 31 */
			public static CATEGORY_STOPWATCH: "stopwatch";
			public static CATEGORY_SYSTEM: "sys";
			public static CATEGORY_TRANSPORT: "transport";
			/** @since 35 */
			public static CATEGORY_VOICEMAIL: "voicemail";
			/** @since 31 */
			public static CATEGORY_WORKOUT: "workout";
			public static COLOR_DEFAULT: 0;
			public static CREATOR: android.os.Parcelable.Creator<android.app.Notification>;
			public static DEFAULT_ALL: -1;
			public static DEFAULT_LIGHTS: 4;
			public static DEFAULT_SOUND: 1;
			public static DEFAULT_VIBRATE: 2;
			/** @since 31 */
			public static EXTRA_ANSWER_COLOR: "android.answerColor";
			/** @since 31 */
			public static EXTRA_ANSWER_INTENT: "android.answerIntent";
			/** @since 26 */
			public static EXTRA_AUDIO_CONTENTS_URI: "android.audioContents";
			public static EXTRA_BACKGROUND_IMAGE_URI: "android.backgroundImageUri";
			public static EXTRA_BIG_TEXT: "android.bigText";
			/** @since 31 */
			public static EXTRA_CALL_IS_VIDEO: "android.callIsVideo";
			/** @since 31 */
			public static EXTRA_CALL_PERSON: "android.callPerson";
			/** @since 34 */
			public static EXTRA_CALL_TYPE: "android.callType";
			/** @since 28 */
			public static EXTRA_CHANNEL_GROUP_ID: "android.intent.extra.CHANNEL_GROUP_ID";
			/** @since 26 */
			public static EXTRA_CHANNEL_ID: "android.intent.extra.CHANNEL_ID";
			/** @since 24 */
			public static EXTRA_CHRONOMETER_COUNT_DOWN: "android.chronometerCountDown";
			/** @since 26 */
			public static EXTRA_COLORIZED: "android.colorized";
			public static EXTRA_COMPACT_ACTIONS: "android.compactActions";
			/** @since 24 */
			public static EXTRA_CONVERSATION_TITLE: "android.conversationTitle";
			/** @since 31 */
			public static EXTRA_DECLINE_COLOR: "android.declineColor";
			/** @since 31 */
			public static EXTRA_DECLINE_INTENT: "android.declineIntent";
			/** @since 31 */
			public static EXTRA_HANG_UP_INTENT: "android.hangUpIntent";
			/** @since 26 */
			public static EXTRA_HISTORIC_MESSAGES: "android.messages.historic";
			public static EXTRA_INFO_TEXT: "android.infoText";
			/** @since 28 */
			public static EXTRA_IS_GROUP_CONVERSATION: "android.isGroupConversation";
			/** @deprecated Deprecated in API 26 */
			public static EXTRA_LARGE_ICON: "android.largeIcon";
			public static EXTRA_LARGE_ICON_BIG: "android.largeIcon.big";
			public static EXTRA_MEDIA_SESSION: "android.mediaSession";
			/** @since 24 */
			public static EXTRA_MESSAGES: "android.messages";
			/** @since 28 */
			public static EXTRA_MESSAGING_PERSON: "android.messagingUser";
			/** @since 26 */
			public static EXTRA_NOTIFICATION_ID: "android.intent.extra.NOTIFICATION_ID";
			/** @since 26 */
			public static EXTRA_NOTIFICATION_TAG: "android.intent.extra.NOTIFICATION_TAG";
			/** @deprecated Deprecated in API 28 */
			public static EXTRA_PEOPLE: "android.people";
			/** @since 28 */
			public static EXTRA_PEOPLE_LIST: "android.people.list";
			public static EXTRA_PICTURE: "android.picture";
			/** @since 31 */
			public static EXTRA_PICTURE_CONTENT_DESCRIPTION: "android.pictureContentDescription";
			/** @since 31 */
			public static EXTRA_PICTURE_ICON: "android.pictureIcon";
			public static EXTRA_PREFER_SMALL_ICON: "android.app.preferSmallIcon";
			public static EXTRA_PROGRESS: "android.progress";
			public static EXTRA_PROGRESS_INDETERMINATE: "android.progressIndeterminate";
			public static EXTRA_PROGRESS_MAX: "android.progressMax";
			/** @since 28 */
			public static EXTRA_REMOTE_INPUT_DRAFT: "android.remoteInputDraft";
			/** @since 24 */
			public static EXTRA_REMOTE_INPUT_HISTORY: "android.remoteInputHistory";
			public static EXTRA_REQUEST_PROMOTED_ONGOING: "android.requestPromotedOngoing";
			/** @since 24
			 *  @deprecated Deprecated in API 28 */
			public static EXTRA_SELF_DISPLAY_NAME: "android.selfDisplayName";
			/** @since 31 */
			public static EXTRA_SHOW_BIG_PICTURE_WHEN_COLLAPSED: "android.showBigPictureWhenCollapsed";
			public static EXTRA_SHOW_CHRONOMETER: "android.showChronometer";
			public static EXTRA_SHOW_WHEN: "android.showWhen";
			/** @deprecated Deprecated in API 26 */
			public static EXTRA_SMALL_ICON: "android.icon";
			public static EXTRA_SUB_TEXT: "android.subText";
			public static EXTRA_SUMMARY_TEXT: "android.summaryText";
			public static EXTRA_TEMPLATE: "android.template";
			public static EXTRA_TEXT: "android.text";
			public static EXTRA_TEXT_LINES: "android.textLines";
			public static EXTRA_TITLE: "android.title";
			public static EXTRA_TITLE_BIG: "android.title.big";
			/** @since 31 */
			public static EXTRA_VERIFICATION_ICON: "android.verificationIcon";
			/** @since 31 */
			public static EXTRA_VERIFICATION_TEXT: "android.verificationText";
			public static FLAG_AUTO_CANCEL: 16;
			/** @since 29 */
			public static FLAG_BUBBLE: 4096;
			public static FLAG_FOREGROUND_SERVICE: 64;
			public static FLAG_GROUP_SUMMARY: 512;
			/** @deprecated Deprecated in API 16 */
			public static FLAG_HIGH_PRIORITY: 128;
			public static FLAG_INSISTENT: 4;
			public static FLAG_LOCAL_ONLY: 256;
			public static FLAG_NO_CLEAR: 32;
			public static FLAG_ONGOING_EVENT: 2;
			public static FLAG_ONLY_ALERT_ONCE: 8;
			/** @since 36 */
			public static FLAG_PROMOTED_ONGOING: 262144;
			/** @deprecated Deprecated in API 26 */
			public static FLAG_SHOW_LIGHTS: 1;
			/** @since 31 */
			public static FOREGROUND_SERVICE_DEFAULT: 0;
			/** @since 31 */
			public static FOREGROUND_SERVICE_DEFERRED: 2;
			/** @since 31 */
			public static FOREGROUND_SERVICE_IMMEDIATE: 1;
			/** @since 26 */
			public static GROUP_ALERT_ALL: 0;
			/** @since 26 */
			public static GROUP_ALERT_CHILDREN: 2;
			/** @since 26 */
			public static GROUP_ALERT_SUMMARY: 1;
			public static INTENT_CATEGORY_NOTIFICATION_PREFERENCES: "android.intent.category.NOTIFICATION_PREFERENCES";
			/** @deprecated Deprecated in API 26 */
			public static PRIORITY_DEFAULT: 0;
			/** @deprecated Deprecated in API 26 */
			public static PRIORITY_HIGH: 1;
			/** @deprecated Deprecated in API 26 */
			public static PRIORITY_LOW: -1;
			/** @deprecated Deprecated in API 26 */
			public static PRIORITY_MAX: 2;
			/** @deprecated Deprecated in API 26 */
			public static PRIORITY_MIN: -2;
			public static SEMANTIC_STYLE_CAUTION: 3;
			public static SEMANTIC_STYLE_DANGER: 4;
			public static SEMANTIC_STYLE_INFO: 1;
			public static SEMANTIC_STYLE_SAFE: 2;
			public static SEMANTIC_STYLE_UNSPECIFIED: 0;
			/** @deprecated Deprecated in API 21 */
			public static STREAM_DEFAULT: -1;
			public static VISIBILITY_PRIVATE: 0;
			public static VISIBILITY_PUBLIC: 1;
			public static VISIBILITY_SECRET: -1;
			public actions: androidNative.Array<android.app.Notification.Action>;
			/** @deprecated Deprecated in API 26 */
			public audioAttributes: any;
			/** @deprecated Deprecated in API 21 */
			public audioStreamType: number;
			/** @deprecated Deprecated in API 24 */
			public bigContentView: android.widget.RemoteViews;
			public category: string;
			public color: number;
			public contentIntent: android.app.PendingIntent;
			/** @deprecated Deprecated in API 24 */
			public contentView: android.widget.RemoteViews;
			/** @deprecated Deprecated in API 26 */
			public defaults: number;
			public deleteIntent: android.app.PendingIntent;
			public extras: android.os.Bundle;
			public flags: number;
			public fullScreenIntent: android.app.PendingIntent;
			/** @deprecated Deprecated in API 24 */
			public headsUpContentView: android.widget.RemoteViews;
			/** @deprecated Deprecated in API 23 */
			public icon: number;
			public iconLevel: number;
			/** @deprecated Deprecated in API 23 */
			public largeIcon: android.graphics.Bitmap;
			/** @deprecated Deprecated in API 26 */
			public ledARGB: number;
			/** @deprecated Deprecated in API 26 */
			public ledOffMS: number;
			/** @deprecated Deprecated in API 26 */
			public ledOnMS: number;
			public number: number;
			/** @deprecated Deprecated in API 26 */
			public priority: number;
			public publicVersion: android.app.Notification;
			/** @deprecated Deprecated in API 26 */
			public sound: android.net.Uri;
			public tickerText: string;
			/** @deprecated Deprecated in API 21 */
			public tickerView: android.widget.RemoteViews;
			/** @deprecated Deprecated in API 26 */
			public vibrate: androidNative.Array<number>;
			public visibility: number;
			public when: number;
			public constructor();
			public constructor(parcel: android.os.Parcel);
			/** @deprecated Deprecated in API 15 */
			public constructor(icon: number, tickerText: string, when: number);
			public clone(): any;
			public clone(): android.app.Notification;
			public static createSemanticStyleAnnotation(semanticStyle: number): android.text.Annotation;
			public describeContents(): number;
			/** @since 30 */
			public findRemoteInputActionPair(requiresFreeform: boolean): android.util.Pair<android.app.RemoteInput,android.app.Notification.Action> | null;
			/** @since 29 */
			public getAllowSystemGeneratedContextualActions(): boolean;
			/** @since 26 */
			public getBadgeIconType(): number;
			public getBridgedNotificationMetadata(): android.app.Notification.BridgedNotificationMetadata | null;
			/** @since 29 */
			public getBubbleMetadata(): android.app.Notification.BubbleMetadata | null;
			/** @since 26 */
			public getChannelId(): string;
			/** @since 30 */
			public getContextualActions(): java.util.List<android.app.Notification.Action>;
			public getGroup(): string;
			/** @since 26 */
			public getGroupAlertBehavior(): number;
			/** @since 23 */
			public getLargeIcon(): any;
			/** @since 29 */
			public getLocusId(): android.content.LocusId | null;
			/** @since 26 */
			public getSettingsText(): string;
			/** @since 36 */
			public getShortCriticalText(): string | null;
			/** @since 26 */
			public getShortcutId(): string;
			/** @since 23 */
			public getSmallIcon(): any;
			public getSortKey(): string;
			/** @since 26 */
			public getTimeoutAfter(): number;
			/** @since 31 */
			public hasImage(): boolean;
			/** @since 36 */
			public hasPromotableCharacteristics(): boolean;
			public hasSummarizedContent(): boolean;
			public isRequestPromotedOngoing(): boolean;
			public toString(): string;
			public writeToParcel(parcel: android.os.Parcel, flags: number): void;
			public writeToParcel(param0: android.os.Parcel, param1: number): void;
			/** @deprecated Removed in API 23 (deprecated in API 15) */
			public setLatestEventInfo(context: android.content.Context, contentTitle: string, contentText: string, contentIntent: android.app.PendingIntent): void;
		}
		export module Notification {
			export class BigTextStyle extends android.app.Notification.Style {
				public static class: java.lang.Class<android.app.Notification.BigTextStyle>;
				public constructor();
				/** @deprecated Deprecated in API 24 */
				public constructor(builder: android.app.Notification.Builder);
				public bigText(cs: string): android.app.Notification.BigTextStyle;
				public setBigContentTitle(title: string): android.app.Notification.BigTextStyle;
				public setSummaryText(cs: string): android.app.Notification.BigTextStyle;
			}
			export class Builder extends java.lang.Object {
				public static class: java.lang.Class<android.app.Notification.Builder>;
				/** @deprecated Deprecated in API 26 */
				public constructor(context: android.content.Context);
				/** @since 26 */
				public constructor(context: android.content.Context, channelId: string);
				public addAction(action: android.app.Notification.Action): android.app.Notification.Builder;
				/** @deprecated Deprecated in API 23 */
				public addAction(icon: number, title: string, intent: android.app.PendingIntent): android.app.Notification.Builder;
				public addExtras(extras: android.os.Bundle): android.app.Notification.Builder;
				/** @since 28 */
				public addPerson(person: any): android.app.Notification.Builder;
				/** @deprecated Deprecated in API 28 */
				public addPerson(uri: string): android.app.Notification.Builder;
				public build(): android.app.Notification;
				/** @since 24
				 *  @deprecated Deprecated in API 35 */
				public createBigContentView(): android.widget.RemoteViews;
				/** @since 24
				 *  @deprecated Deprecated in API 35 */
				public createContentView(): android.widget.RemoteViews;
				/** @since 24
				 *  @deprecated Deprecated in API 35 */
				public createHeadsUpContentView(): android.widget.RemoteViews;
				public extend(extender: android.app.Notification.Extender): android.app.Notification.Builder;
				public getExtras(): android.os.Bundle;
				/** @deprecated Deprecated in API 16 */
				public getNotification(): android.app.Notification;
				/** @since 28 */
				public getStyle(): android.app.Notification.Style;
				/** @since 24 */
				public static recoverBuilder(context: android.content.Context, n: android.app.Notification): android.app.Notification.Builder;
				/** @since 24 */
				public setActions(actions: androidNative.Array<android.app.Notification.Action>): android.app.Notification.Builder;
				/** @since 29 */
				public setAllowSystemGeneratedContextualActions(allowed: boolean): android.app.Notification.Builder;
				public setAutoCancel(autoCancel: boolean): android.app.Notification.Builder;
				/** @since 26 */
				public setBadgeIconType(icon: number): android.app.Notification.Builder;
				/** @since 29 */
				public setBubbleMetadata(data: android.app.Notification.BubbleMetadata | null): android.app.Notification.Builder;
				public setCategory(category: string): android.app.Notification.Builder;
				/** @since 26 */
				public setChannelId(channelId: string): android.app.Notification.Builder;
				/** @since 24 */
				public setChronometerCountDown(countDown: boolean): android.app.Notification.Builder;
				public setColor(argb: number): android.app.Notification.Builder;
				/** @since 26 */
				public setColorized(colorize: boolean): android.app.Notification.Builder;
				/** @deprecated Deprecated in API 24 */
				public setContent(views: android.widget.RemoteViews): android.app.Notification.Builder;
				/** @deprecated Deprecated in API 24 */
				public setContentInfo(info: string): android.app.Notification.Builder;
				public setContentIntent(intent: android.app.PendingIntent): android.app.Notification.Builder;
				public setContentText(text: string): android.app.Notification.Builder;
				public setContentTitle(title: string): android.app.Notification.Builder;
				/** @since 24 */
				public setCustomBigContentView(contentView: android.widget.RemoteViews): android.app.Notification.Builder;
				/** @since 24 */
				public setCustomContentView(contentView: android.widget.RemoteViews): android.app.Notification.Builder;
				/** @since 24 */
				public setCustomHeadsUpContentView(contentView: android.widget.RemoteViews): android.app.Notification.Builder;
				/** @deprecated Deprecated in API 26 */
				public setDefaults(defaults: number): android.app.Notification.Builder;
				public setDeleteIntent(intent: android.app.PendingIntent): android.app.Notification.Builder;
				public setExtras(extras: android.os.Bundle): android.app.Notification.Builder;
				/** @since 30 */
				public setFlag(mask: number, value: boolean): android.app.Notification.Builder;
				/** @since 31 */
				public setForegroundServiceBehavior(behavior: number): android.app.Notification.Builder;
				public setFullScreenIntent(intent: android.app.PendingIntent, highPriority: boolean): android.app.Notification.Builder;
				public setGroup(groupKey: string): android.app.Notification.Builder;
				/** @since 26 */
				public setGroupAlertBehavior(groupAlertBehavior: number): android.app.Notification.Builder;
				public setGroupSummary(isGroupSummary: boolean): android.app.Notification.Builder;
				public setHasSummarizedContent(hasSummarizedContent: boolean): android.app.Notification.Builder;
				public setLargeIcon(b: android.graphics.Bitmap): android.app.Notification.Builder;
				/** @since 23 */
				public setLargeIcon(icon: any): android.app.Notification.Builder;
				/** @deprecated Deprecated in API 26 */
				public setLights(argb: number, onMs: number, offMs: number): android.app.Notification.Builder;
				public setLocalOnly(localOnly: boolean): android.app.Notification.Builder;
				/** @since 29 */
				public setLocusId(locusId: android.content.LocusId | null): android.app.Notification.Builder;
				public setNumber(number: number): android.app.Notification.Builder;
				public setOngoing(ongoing: boolean): android.app.Notification.Builder;
				public setOnlyAlertOnce(onlyAlertOnce: boolean): android.app.Notification.Builder;
				/** @deprecated Deprecated in API 26 */
				public setPriority(pri: number): android.app.Notification.Builder;
				public setProgress(max: number, progress: number, indeterminate: boolean): android.app.Notification.Builder;
				public setPublicVersion(n: android.app.Notification): android.app.Notification.Builder;
				/** @since 24 */
				public setRemoteInputHistory(text: androidNative.Array<string>): android.app.Notification.Builder;
				public setRequestPromotedOngoing(requestPromotedOngoing: boolean): android.app.Notification.Builder;
				/** @since 26 */
				public setSettingsText(text: string): android.app.Notification.Builder;
				/** @since 36 */
				public setShortCriticalText(shortCriticalText: string | null): android.app.Notification.Builder;
				/** @since 26 */
				public setShortcutId(shortcutId: string): android.app.Notification.Builder;
				public setShowWhen(show: boolean): android.app.Notification.Builder;
				/** @since 23 */
				public setSmallIcon(icon: any): android.app.Notification.Builder;
				public setSmallIcon(icon: number): android.app.Notification.Builder;
				public setSmallIcon(icon: number, level: number): android.app.Notification.Builder;
				public setSortKey(sortKey: string): android.app.Notification.Builder;
				/** @deprecated Deprecated in API 26 */
				public setSound(sound: android.net.Uri): android.app.Notification.Builder;
				/** @deprecated Deprecated in API 26 */
				public setSound(sound: android.net.Uri, audioAttributes: any): android.app.Notification.Builder;
				/** @deprecated Deprecated in API 21 */
				public setSound(sound: android.net.Uri, streamType: number): android.app.Notification.Builder;
				public setStyle(style: android.app.Notification.Style): android.app.Notification.Builder;
				public setSubText(text: string): android.app.Notification.Builder;
				public setTicker(tickerText: string): android.app.Notification.Builder;
				/** @deprecated Deprecated in API 21 */
				public setTicker(tickerText: string, views: android.widget.RemoteViews): android.app.Notification.Builder;
				/** @since 26 */
				public setTimeoutAfter(durationMs: number): android.app.Notification.Builder;
				public setUsesChronometer(b: boolean): android.app.Notification.Builder;
				/** @deprecated Deprecated in API 26 */
				public setVibrate(pattern: androidNative.Array<number>): android.app.Notification.Builder;
				public setVisibility(visibility: number): android.app.Notification.Builder;
				public setWhen(when: number): android.app.Notification.Builder;
			}
			export abstract class Style extends java.lang.Object {
				public static class: java.lang.Class<android.app.Notification.Style>;
				public mBuilder: android.app.Notification.Builder;
				/** @deprecated Deprecated in API 35 */
				public constructor();
				public build(): android.app.Notification;
				public checkBuilder(): void;
				public getStandardView(layoutId: number): android.widget.RemoteViews;
				public internalSetBigContentTitle(title: string): void;
				public internalSetSummaryText(cs: string): void;
				public setBuilder(builder: android.app.Notification.Builder): void;
			}
		}
		/** @since 26 */
		export class NotificationChannel extends java.lang.Object implements android.os.Parcelable {
			public static class: java.lang.Class<android.app.NotificationChannel>;
			public static CREATOR: android.os.Parcelable.Creator<android.app.NotificationChannel>;
			public static DEFAULT_CHANNEL_ID: "miscellaneous";
			/** @since 31 */
			public static EDIT_CONVERSATION: "conversation";
			/** @since 31 */
			public static EDIT_IMPORTANCE: "importance";
			/** @since 31 */
			public static EDIT_LAUNCHER: "launcher";
			/** @since 31 */
			public static EDIT_LOCKED_DEVICE: "locked";
			/** @since 31 */
			public static EDIT_SOUND: "sound";
			/** @since 31 */
			public static EDIT_VIBRATION: "vibration";
			/** @since 31 */
			public static EDIT_ZEN: "zen";
			public constructor(id: string, name: string, importance: number);
			/** @since 29 */
			public canBubble(): boolean;
			public canBypassDnd(): boolean;
			public canShowBadge(): boolean;
			public describeContents(): number;
			public enableLights(lights: boolean): void;
			public enableVibration(vibration: boolean): void;
			public equals(o: any): boolean;
			public getAudioAttributes(): any;
			/** @since 30 */
			public getConversationId(): string | null;
			public getDescription(): string;
			public getGroup(): string;
			public getId(): string;
			public getImportance(): number;
			public getLightColor(): number;
			public getLockscreenVisibility(): number;
			public getName(): string;
			public getOriginalImportance(): number;
			/** @since 30 */
			public getParentChannelId(): string | null;
			public getSound(): android.net.Uri;
			/** @since 35 */
			public getVibrationEffect(): android.os.VibrationEffect | null;
			public getVibrationPattern(): androidNative.Array<number>;
			/** @since 29 */
			public hasUserSetImportance(): boolean;
			/** @since 30 */
			public hasUserSetSound(): boolean;
			public hashCode(): number;
			/** @since 33 */
			public isBlockable(): boolean;
			/** @since 31 */
			public isConversation(): boolean;
			/** @since 31 */
			public isDemoted(): boolean;
			/** @since 30 */
			public isImportantConversation(): boolean;
			/** @since 29 */
			public setAllowBubbles(allowBubbles: boolean): void;
			/** @since 33 */
			public setBlockable(blockable: boolean): void;
			public setBypassDnd(bypassDnd: boolean): void;
			/** @since 30 */
			public setConversationId(parentChannelId: string, conversationId: string): void;
			public setDescription(description: string): void;
			public setGroup(groupId: string): void;
			public setImportance(importance: number): void;
			public setLightColor(argb: number): void;
			public setLockscreenVisibility(lockscreenVisibility: number): void;
			public setName(name: string): void;
			public setShowBadge(showBadge: boolean): void;
			public setSound(sound: android.net.Uri, audioAttributes: any): void;
			/** @since 35 */
			public setVibrationEffect(effect: android.os.VibrationEffect | null): void;
			public setVibrationPattern(vibrationPattern: androidNative.Array<number>): void;
			public shouldShowLights(): boolean;
			public shouldVibrate(): boolean;
			public toString(): string;
			public writeToParcel(dest: android.os.Parcel, flags: number): void;
			public writeToParcel(param0: android.os.Parcel, param1: number): void;
		}
		export class NotificationManager extends java.lang.Object {
			public static class: java.lang.Class<android.app.NotificationManager>;
			/** @since 28 */
			public static ACTION_APP_BLOCK_STATE_CHANGED: "android.app.action.APP_BLOCK_STATE_CHANGED";
			/** @since 29 */
			public static ACTION_AUTOMATIC_ZEN_RULE: "android.app.action.AUTOMATIC_ZEN_RULE";
			/** @since 30 */
			public static ACTION_AUTOMATIC_ZEN_RULE_STATUS_CHANGED: "android.app.action.AUTOMATIC_ZEN_RULE_STATUS_CHANGED";
			/** @since 35 */
			public static ACTION_CONSOLIDATED_NOTIFICATION_POLICY_CHANGED: "android.app.action.CONSOLIDATED_NOTIFICATION_POLICY_CHANGED";
			/** @since 23 */
			public static ACTION_INTERRUPTION_FILTER_CHANGED: "android.app.action.INTERRUPTION_FILTER_CHANGED";
			/** @since 28 */
			public static ACTION_NOTIFICATION_CHANNEL_BLOCK_STATE_CHANGED: "android.app.action.NOTIFICATION_CHANNEL_BLOCK_STATE_CHANGED";
			/** @since 28 */
			public static ACTION_NOTIFICATION_CHANNEL_GROUP_BLOCK_STATE_CHANGED: "android.app.action.NOTIFICATION_CHANNEL_GROUP_BLOCK_STATE_CHANGED";
			/** @since 23 */
			public static ACTION_NOTIFICATION_POLICY_ACCESS_GRANTED_CHANGED: "android.app.action.NOTIFICATION_POLICY_ACCESS_GRANTED_CHANGED";
			/** @since 23 */
			public static ACTION_NOTIFICATION_POLICY_CHANGED: "android.app.action.NOTIFICATION_POLICY_CHANGED";
			/** @since 35 */
			public static AUTOMATIC_RULE_STATUS_ACTIVATED: 4;
			/** @since 35 */
			public static AUTOMATIC_RULE_STATUS_DEACTIVATED: 5;
			/** @since 30 */
			public static AUTOMATIC_RULE_STATUS_DISABLED: 2;
			/** @since 30 */
			public static AUTOMATIC_RULE_STATUS_ENABLED: 1;
			/** @since 30 */
			public static AUTOMATIC_RULE_STATUS_REMOVED: 3;
			/** @since 30 */
			public static AUTOMATIC_RULE_STATUS_UNKNOWN: -1;
			/** @since 31 */
			public static BUBBLE_PREFERENCE_ALL: 1;
			/** @since 31 */
			public static BUBBLE_PREFERENCE_NONE: 0;
			/** @since 31 */
			public static BUBBLE_PREFERENCE_SELECTED: 2;
			/** @since 29 */
			public static EXTRA_AUTOMATIC_RULE_ID: "android.app.extra.AUTOMATIC_RULE_ID";
			/** @since 30 */
			public static EXTRA_AUTOMATIC_ZEN_RULE_ID: "android.app.extra.AUTOMATIC_ZEN_RULE_ID";
			/** @since 30 */
			public static EXTRA_AUTOMATIC_ZEN_RULE_STATUS: "android.app.extra.AUTOMATIC_ZEN_RULE_STATUS";
			/** @since 28 */
			public static EXTRA_BLOCKED_STATE: "android.app.extra.BLOCKED_STATE";
			/** @since 28 */
			public static EXTRA_NOTIFICATION_CHANNEL_GROUP_ID: "android.app.extra.NOTIFICATION_CHANNEL_GROUP_ID";
			/** @since 28 */
			public static EXTRA_NOTIFICATION_CHANNEL_ID: "android.app.extra.NOTIFICATION_CHANNEL_ID";
			/** @since 35 */
			public static EXTRA_NOTIFICATION_POLICY: "android.app.extra.NOTIFICATION_POLICY";
			/** @since 24 */
			public static IMPORTANCE_DEFAULT: 3;
			/** @since 24 */
			public static IMPORTANCE_HIGH: 4;
			/** @since 24 */
			public static IMPORTANCE_LOW: 2;
			/** @since 24 */
			public static IMPORTANCE_MAX: 5;
			/** @since 24 */
			public static IMPORTANCE_MIN: 1;
			/** @since 24 */
			public static IMPORTANCE_NONE: 0;
			/** @since 24 */
			public static IMPORTANCE_UNSPECIFIED: -1000;
			/** @since 23 */
			public static INTERRUPTION_FILTER_ALARMS: 4;
			/** @since 23 */
			public static INTERRUPTION_FILTER_ALL: 1;
			/** @since 23 */
			public static INTERRUPTION_FILTER_NONE: 3;
			/** @since 23 */
			public static INTERRUPTION_FILTER_PRIORITY: 2;
			/** @since 23 */
			public static INTERRUPTION_FILTER_UNKNOWN: 0;
			/** @since 29 */
			public static META_DATA_AUTOMATIC_RULE_TYPE: "android.service.zen.automatic.ruleType";
			/** @since 29 */
			public static META_DATA_RULE_INSTANCE_LIMIT: "android.service.zen.automatic.ruleInstanceLimit";
			/** @since 24 */
			public addAutomaticZenRule(automaticZenRule: android.app.AutomaticZenRule): string;
			/** @since 35 */
			public areAutomaticZenRulesUserManaged(): boolean;
			/** @since 29
			 *  @deprecated Deprecated in API 31 */
			public areBubblesAllowed(): boolean;
			/** @since 31 */
			public areBubblesEnabled(): boolean;
			/** @since 24 */
			public areNotificationsEnabled(): boolean;
			/** @since 29 */
			public areNotificationsPaused(): boolean;
			/** @since 29 */
			public canNotifyAsPackage(pkg: string): boolean;
			/** @since 36 */
			public canPostPromotedNotifications(): boolean;
			/** @since 34 */
			public canUseFullScreenIntent(): boolean;
			public cancel(id: number): void;
			public cancel(tag: string | null, id: number): void;
			public cancelAll(): void;
			/** @since 30 */
			public cancelAsPackage(targetPackage: string, tag: string | null, id: number): void;
			/** @since 26 */
			public createNotificationChannel(channel: android.app.NotificationChannel): void;
			/** @since 26 */
			public createNotificationChannelGroup(group: android.app.NotificationChannelGroup): void;
			/** @since 26 */
			public createNotificationChannelGroups(groups: java.util.List<android.app.NotificationChannelGroup>): void;
			/** @since 26 */
			public createNotificationChannels(channels: java.util.List<android.app.NotificationChannel>): void;
			/** @since 26 */
			public deleteNotificationChannel(channelId: string): void;
			/** @since 26 */
			public deleteNotificationChannelGroup(groupId: string): void;
			/** @since 23 */
			public getActiveNotifications(): androidNative.Array<android.service.notification.StatusBarNotification>;
			/** @since 24 */
			public getAutomaticZenRule(id: string): android.app.AutomaticZenRule;
			/** @since 35 */
			public getAutomaticZenRuleState(id: string): number;
			/** @since 24 */
			public getAutomaticZenRules(): java.util.Map<string,android.app.AutomaticZenRule>;
			/** @since 31 */
			public getBubblePreference(): number;
			/** @since 30 */
			public getConsolidatedNotificationPolicy(): android.app.NotificationManager.Policy;
			/** @since 23 */
			public getCurrentInterruptionFilter(): number;
			/** @since 24 */
			public getImportance(): number;
			/** @since 26 */
			public getNotificationChannel(channelId: string): android.app.NotificationChannel;
			/** @since 30 */
			public getNotificationChannel(channelId: string, conversationId: string): android.app.NotificationChannel | null;
			/** @since 28 */
			public getNotificationChannelGroup(channelGroupId: string): android.app.NotificationChannelGroup;
			/** @since 26 */
			public getNotificationChannelGroups(): java.util.List<android.app.NotificationChannelGroup>;
			/** @since 26 */
			public getNotificationChannels(): java.util.List<android.app.NotificationChannel>;
			/** @since 29 */
			public getNotificationDelegate(): string | null;
			/** @since 23 */
			public getNotificationPolicy(): android.app.NotificationManager.Policy;
			/** @since 27 */
			public isNotificationListenerAccessGranted(listener: android.content.ComponentName): boolean;
			/** @since 23 */
			public isNotificationPolicyAccessGranted(): boolean;
			/** @since 33 */
			public matchesCallFilter(uri: android.net.Uri): boolean;
			public notify(): void;
			public notify(id: number, notification: android.app.Notification): void;
			public notify(tag: string, id: number, notification: android.app.Notification): void;
			/** @since 29 */
			public notifyAsPackage(targetPackage: string, tag: string | null, id: number, notification: android.app.Notification): void;
			/** @since 24 */
			public removeAutomaticZenRule(id: string): boolean;
			/** @since 29 */
			public setAutomaticZenRuleState(id: string, condition: android.service.notification.Condition): void;
			/** @since 23 */
			public setInterruptionFilter(interruptionFilter: number): void;
			/** @since 29 */
			public setNotificationDelegate(delegate: string | null): void;
			/** @since 23 */
			public setNotificationPolicy(policy: android.app.NotificationManager.Policy): void;
			/** @since 29 */
			public shouldHideSilentStatusBarIcons(): boolean;
			/** @since 24 */
			public updateAutomaticZenRule(id: string, automaticZenRule: android.app.AutomaticZenRule): boolean;
		}
		export class PendingIntent extends java.lang.Object implements android.os.Parcelable {
			public static class: java.lang.Class<android.app.PendingIntent>;
			public static CREATOR: android.os.Parcelable.Creator<android.app.PendingIntent>;
			/** @since 34 */
			public static FLAG_ALLOW_UNSAFE_IMPLICIT_INTENT: 16777216;
			public static FLAG_CANCEL_CURRENT: 268435456;
			/** @since 23 */
			public static FLAG_IMMUTABLE: 67108864;
			/** @since 31 */
			public static FLAG_MUTABLE: 33554432;
			public static FLAG_NO_CREATE: 536870912;
			public static FLAG_ONE_SHOT: 1073741824;
			public static FLAG_UPDATE_CURRENT: 134217728;
			public cancel(): void;
			public describeContents(): number;
			public equals(otherObj: any): boolean;
			public static getActivities(context: android.content.Context, requestCode: number, intents: androidNative.Array<android.content.Intent>, flags: number): android.app.PendingIntent;
			public static getActivities(context: android.content.Context, requestCode: number, intents: androidNative.Array<android.content.Intent>, flags: number, options: android.os.Bundle | null): android.app.PendingIntent;
			public static getActivity(context: android.content.Context, requestCode: number, intent: android.content.Intent, flags: number): android.app.PendingIntent;
			public static getActivity(context: android.content.Context, requestCode: number, intent: android.content.Intent, flags: number, options: android.os.Bundle | null): android.app.PendingIntent;
			public static getBroadcast(context: android.content.Context, requestCode: number, intent: android.content.Intent, flags: number): android.app.PendingIntent;
			public getCreatorPackage(): string | null;
			public getCreatorUid(): number;
			public getCreatorUserHandle(): android.os.UserHandle;
			/** @since 26 */
			public static getForegroundService(context: android.content.Context, requestCode: number, intent: android.content.Intent, flags: number): android.app.PendingIntent;
			public getIntentSender(): android.content.IntentSender;
			public static getService(context: android.content.Context, requestCode: number, intent: android.content.Intent, flags: number): android.app.PendingIntent;
			/** @deprecated Deprecated in API 17 */
			public getTargetPackage(): string | null;
			public hashCode(): number;
			/** @since 31 */
			public isActivity(): boolean;
			/** @since 31 */
			public isBroadcast(): boolean;
			/** @since 31 */
			public isForegroundService(): boolean;
			/** @since 31 */
			public isImmutable(): boolean;
			/** @since 31 */
			public isService(): boolean;
			public static readPendingIntentOrNullFromParcel(in_: android.os.Parcel): android.app.PendingIntent | null;
			public send(): void;
			public send(context: android.content.Context, code: number, intent: android.content.Intent | null): void;
			public send(context: android.content.Context, code: number, intent: android.content.Intent | null, onFinished: android.app.PendingIntent.OnFinished | null, handler: android.os.Handler | null): void;
			public send(context: android.content.Context, code: number, intent: android.content.Intent | null, onFinished: android.app.PendingIntent.OnFinished | null, handler: android.os.Handler | null, requiredPermission: string | null): void;
			/** @since 23 */
			public send(context: android.content.Context, code: number, intent: android.content.Intent | null, onFinished: android.app.PendingIntent.OnFinished | null, handler: android.os.Handler | null, requiredPermission: string | null, options: android.os.Bundle | null): void;
			/** @since 34 */
			public send(options: android.os.Bundle | null): void;
			public send(code: number): void;
			public send(code: number, onFinished: android.app.PendingIntent.OnFinished | null, handler: android.os.Handler | null): void;
			public toString(): string;
			public static writePendingIntentOrNullToParcel(sender: android.app.PendingIntent | null, out: android.os.Parcel): void;
			public writeToParcel(out: android.os.Parcel, flags: number): void;
			public writeToParcel(param0: android.os.Parcel, param1: number): void;
		}
		export module admin {
			export class DevicePolicyManager extends java.lang.Object {
				public static class: java.lang.Class<android.app.admin.DevicePolicyManager>;
				public static ACTION_ADD_DEVICE_ADMIN: "android.app.action.ADD_DEVICE_ADMIN";
				/** @since 29 */
				public static ACTION_ADMIN_POLICY_COMPLIANCE: "android.app.action.ADMIN_POLICY_COMPLIANCE";
				/** @since 26 */
				public static ACTION_APPLICATION_DELEGATION_SCOPES_CHANGED: "android.app.action.APPLICATION_DELEGATION_SCOPES_CHANGED";
				/** @since 30 */
				public static ACTION_CHECK_POLICY_COMPLIANCE: "android.app.action.CHECK_POLICY_COMPLIANCE";
				/** @since 26 */
				public static ACTION_DEVICE_ADMIN_SERVICE: "android.app.action.DEVICE_ADMIN_SERVICE";
				/** @since 34 */
				public static ACTION_DEVICE_FINANCING_STATE_CHANGED: "android.app.admin.action.DEVICE_FINANCING_STATE_CHANGED";
				/** @since 23 */
				public static ACTION_DEVICE_OWNER_CHANGED: "android.app.action.DEVICE_OWNER_CHANGED";
				/** @since 33 */
				public static ACTION_DEVICE_POLICY_RESOURCE_UPDATED: "android.app.action.DEVICE_POLICY_RESOURCE_UPDATED";
				/** @since 29 */
				public static ACTION_GET_PROVISIONING_MODE: "android.app.action.GET_PROVISIONING_MODE";
				/** @since 23 */
				public static ACTION_MANAGED_PROFILE_PROVISIONED: "android.app.action.MANAGED_PROFILE_PROVISIONED";
				/** @since 28 */
				public static ACTION_PROFILE_OWNER_CHANGED: "android.app.action.PROFILE_OWNER_CHANGED";
				/** @since 26 */
				public static ACTION_PROVISIONING_SUCCESSFUL: "android.app.action.PROVISIONING_SUCCESSFUL";
				/** @since 23
				 *  @deprecated Deprecated in API 31 */
				public static ACTION_PROVISION_MANAGED_DEVICE: "android.app.action.PROVISION_MANAGED_DEVICE";
				public static ACTION_PROVISION_MANAGED_PROFILE: "android.app.action.PROVISION_MANAGED_PROFILE";
				/** @since 24 */
				public static ACTION_SET_NEW_PARENT_PROFILE_PASSWORD: "android.app.action.SET_NEW_PARENT_PROFILE_PASSWORD";
				public static ACTION_SET_NEW_PASSWORD: "android.app.action.SET_NEW_PASSWORD";
				public static ACTION_START_ENCRYPTION: "android.app.action.START_ENCRYPTION";
				/** @since 23 */
				public static ACTION_SYSTEM_UPDATE_POLICY_CHANGED: "android.app.action.SYSTEM_UPDATE_POLICY_CHANGED";
				/** @since 36 */
				public static APP_FUNCTIONS_DISABLED: 1;
				/** @since 36 */
				public static APP_FUNCTIONS_DISABLED_CROSS_PROFILE: 2;
				/** @since 36 */
				public static APP_FUNCTIONS_NOT_CONTROLLED_BY_POLICY: 0;
				/** @since 36 */
				public static AUTO_TIME_DISABLED: 1;
				/** @since 36 */
				public static AUTO_TIME_ENABLED: 2;
				/** @since 36 */
				public static AUTO_TIME_NOT_CONTROLLED_BY_POLICY: 0;
				/** @since 36 */
				public static AUTO_TIME_ZONE_DISABLED: 1;
				/** @since 36 */
				public static AUTO_TIME_ZONE_ENABLED: 2;
				/** @since 36 */
				public static AUTO_TIME_ZONE_NOT_CONTROLLED_BY_POLICY: 0;
				/** @since 35 */
				public static CONTENT_PROTECTION_DISABLED: 1;
				/** @since 35 */
				public static CONTENT_PROTECTION_ENABLED: 2;
				/** @since 35 */
				public static CONTENT_PROTECTION_NOT_CONTROLLED_BY_POLICY: 0;
				/** @since 26 */
				public static DELEGATION_APP_RESTRICTIONS: "delegation-app-restrictions";
				/** @since 26 */
				public static DELEGATION_BLOCK_UNINSTALL: "delegation-block-uninstall";
				/** @since 26 */
				public static DELEGATION_CERT_INSTALL: "delegation-cert-install";
				/** @since 29 */
				public static DELEGATION_CERT_SELECTION: "delegation-cert-selection";
				/** @since 26 */
				public static DELEGATION_ENABLE_SYSTEM_APP: "delegation-enable-system-app";
				/** @since 28 */
				public static DELEGATION_INSTALL_EXISTING_PACKAGE: "delegation-install-existing-package";
				/** @since 28 */
				public static DELEGATION_KEEP_UNINSTALLED_PACKAGES: "delegation-keep-uninstalled-packages";
				/** @since 29 */
				public static DELEGATION_NETWORK_LOGGING: "delegation-network-logging";
				/** @since 26 */
				public static DELEGATION_PACKAGE_ACCESS: "delegation-package-access";
				/** @since 26 */
				public static DELEGATION_PERMISSION_GRANT: "delegation-permission-grant";
				/** @since 31 */
				public static DELEGATION_SECURITY_LOGGING: "delegation-security-logging";
				/** @deprecated Deprecated in API 34 */
				public static ENCRYPTION_STATUS_ACTIVATING: 2;
				public static ENCRYPTION_STATUS_ACTIVE: 3;
				/** @since 23 */
				public static ENCRYPTION_STATUS_ACTIVE_DEFAULT_KEY: 4;
				/** @since 24 */
				public static ENCRYPTION_STATUS_ACTIVE_PER_USER: 5;
				public static ENCRYPTION_STATUS_INACTIVE: 1;
				public static ENCRYPTION_STATUS_UNSUPPORTED: 0;
				public static EXTRA_ADD_EXPLANATION: "android.app.extra.ADD_EXPLANATION";
				/** @since 26 */
				public static EXTRA_DELEGATION_SCOPES: "android.app.extra.DELEGATION_SCOPES";
				public static EXTRA_DEVICE_ADMIN: "android.app.extra.DEVICE_ADMIN";
				/** @since 31 */
				public static EXTRA_DEVICE_PASSWORD_REQUIREMENT_ONLY: "android.app.extra.DEVICE_PASSWORD_REQUIREMENT_ONLY";
				/** @since 29 */
				public static EXTRA_PASSWORD_COMPLEXITY: "android.app.extra.PASSWORD_COMPLEXITY";
				/** @since 22 */
				public static EXTRA_PROVISIONING_ACCOUNT_TO_MIGRATE: "android.app.extra.PROVISIONING_ACCOUNT_TO_MIGRATE";
				public static EXTRA_PROVISIONING_ADMIN_EXTRAS_BUNDLE: "android.app.extra.PROVISIONING_ADMIN_EXTRAS_BUNDLE";
				/** @since 31 */
				public static EXTRA_PROVISIONING_ALLOWED_PROVISIONING_MODES: "android.app.extra.PROVISIONING_ALLOWED_PROVISIONING_MODES";
				/** @since 33 */
				public static EXTRA_PROVISIONING_ALLOW_OFFLINE: "android.app.extra.PROVISIONING_ALLOW_OFFLINE";
				/** @since 23 */
				public static EXTRA_PROVISIONING_DEVICE_ADMIN_COMPONENT_NAME: "android.app.extra.PROVISIONING_DEVICE_ADMIN_COMPONENT_NAME";
				/** @since 23 */
				public static EXTRA_PROVISIONING_DEVICE_ADMIN_MINIMUM_VERSION_CODE: "android.app.extra.PROVISIONING_DEVICE_ADMIN_MINIMUM_VERSION_CODE";
				public static EXTRA_PROVISIONING_DEVICE_ADMIN_PACKAGE_CHECKSUM: "android.app.extra.PROVISIONING_DEVICE_ADMIN_PACKAGE_CHECKSUM";
				public static EXTRA_PROVISIONING_DEVICE_ADMIN_PACKAGE_DOWNLOAD_COOKIE_HEADER: "android.app.extra.PROVISIONING_DEVICE_ADMIN_PACKAGE_DOWNLOAD_COOKIE_HEADER";
				public static EXTRA_PROVISIONING_DEVICE_ADMIN_PACKAGE_DOWNLOAD_LOCATION: "android.app.extra.PROVISIONING_DEVICE_ADMIN_PACKAGE_DOWNLOAD_LOCATION";
				/** @deprecated Deprecated in API 23 */
				public static EXTRA_PROVISIONING_DEVICE_ADMIN_PACKAGE_NAME: "android.app.extra.PROVISIONING_DEVICE_ADMIN_PACKAGE_NAME";
				/** @since 23 */
				public static EXTRA_PROVISIONING_DEVICE_ADMIN_SIGNATURE_CHECKSUM: "android.app.extra.PROVISIONING_DEVICE_ADMIN_SIGNATURE_CHECKSUM";
				/** @since 26 */
				public static EXTRA_PROVISIONING_DISCLAIMERS: "android.app.extra.PROVISIONING_DISCLAIMERS";
				/** @since 26 */
				public static EXTRA_PROVISIONING_DISCLAIMER_CONTENT: "android.app.extra.PROVISIONING_DISCLAIMER_CONTENT";
				/** @since 26 */
				public static EXTRA_PROVISIONING_DISCLAIMER_HEADER: "android.app.extra.PROVISIONING_DISCLAIMER_HEADER";
				/** @deprecated Deprecated in API 26 */
				public static EXTRA_PROVISIONING_EMAIL_ADDRESS: "android.app.extra.PROVISIONING_EMAIL_ADDRESS";
				/** @since 29 */
				public static EXTRA_PROVISIONING_IMEI: "android.app.extra.PROVISIONING_IMEI";
				/** @since 26 */
				public static EXTRA_PROVISIONING_KEEP_ACCOUNT_ON_MIGRATION: "android.app.extra.PROVISIONING_KEEP_ACCOUNT_ON_MIGRATION";
				/** @since 33
				 *  @deprecated Deprecated in API 34 */
				public static EXTRA_PROVISIONING_KEEP_SCREEN_ON: "android.app.extra.PROVISIONING_KEEP_SCREEN_ON";
				/** @since 22 */
				public static EXTRA_PROVISIONING_LEAVE_ALL_SYSTEM_APPS_ENABLED: "android.app.extra.PROVISIONING_LEAVE_ALL_SYSTEM_APPS_ENABLED";
				public static EXTRA_PROVISIONING_LOCALE: "android.app.extra.PROVISIONING_LOCALE";
				public static EXTRA_PROVISIONING_LOCAL_TIME: "android.app.extra.PROVISIONING_LOCAL_TIME";
				/** @since 24
				 *  @deprecated Deprecated in API 33 */
				public static EXTRA_PROVISIONING_LOGO_URI: "android.app.extra.PROVISIONING_LOGO_URI";
				/** @since 24
				 *  @deprecated Deprecated in API 31 */
				public static EXTRA_PROVISIONING_MAIN_COLOR: "android.app.extra.PROVISIONING_MAIN_COLOR";
				/** @since 29 */
				public static EXTRA_PROVISIONING_MODE: "android.app.extra.PROVISIONING_MODE";
				/** @since 31 */
				public static EXTRA_PROVISIONING_SENSORS_PERMISSION_GRANT_OPT_OUT: "android.app.extra.PROVISIONING_SENSORS_PERMISSION_GRANT_OPT_OUT";
				/** @since 29 */
				public static EXTRA_PROVISIONING_SERIAL_NUMBER: "android.app.extra.PROVISIONING_SERIAL_NUMBER";
				/** @since 33 */
				public static EXTRA_PROVISIONING_SHOULD_LAUNCH_RESULT_INTENT: "android.app.extra.PROVISIONING_SHOULD_LAUNCH_RESULT_INTENT";
				/** @since 29 */
				public static EXTRA_PROVISIONING_SKIP_EDUCATION_SCREENS: "android.app.extra.PROVISIONING_SKIP_EDUCATION_SCREENS";
				/** @since 23 */
				public static EXTRA_PROVISIONING_SKIP_ENCRYPTION: "android.app.extra.PROVISIONING_SKIP_ENCRYPTION";
				/** @since 26
				 *  @deprecated Deprecated in API 31 */
				public static EXTRA_PROVISIONING_SKIP_USER_CONSENT: "android.app.extra.PROVISIONING_SKIP_USER_CONSENT";
				public static EXTRA_PROVISIONING_TIME_ZONE: "android.app.extra.PROVISIONING_TIME_ZONE";
				/** @since 33 */
				public static EXTRA_PROVISIONING_USE_MOBILE_DATA: "android.app.extra.PROVISIONING_USE_MOBILE_DATA";
				/** @since 29 */
				public static EXTRA_PROVISIONING_WIFI_ANONYMOUS_IDENTITY: "android.app.extra.PROVISIONING_WIFI_ANONYMOUS_IDENTITY";
				/** @since 29 */
				public static EXTRA_PROVISIONING_WIFI_CA_CERTIFICATE: "android.app.extra.PROVISIONING_WIFI_CA_CERTIFICATE";
				/** @since 29 */
				public static EXTRA_PROVISIONING_WIFI_DOMAIN: "android.app.extra.PROVISIONING_WIFI_DOMAIN";
				/** @since 29 */
				public static EXTRA_PROVISIONING_WIFI_EAP_METHOD: "android.app.extra.PROVISIONING_WIFI_EAP_METHOD";
				public static EXTRA_PROVISIONING_WIFI_HIDDEN: "android.app.extra.PROVISIONING_WIFI_HIDDEN";
				/** @since 29 */
				public static EXTRA_PROVISIONING_WIFI_IDENTITY: "android.app.extra.PROVISIONING_WIFI_IDENTITY";
				public static EXTRA_PROVISIONING_WIFI_PAC_URL: "android.app.extra.PROVISIONING_WIFI_PAC_URL";
				public static EXTRA_PROVISIONING_WIFI_PASSWORD: "android.app.extra.PROVISIONING_WIFI_PASSWORD";
				/** @since 29 */
				public static EXTRA_PROVISIONING_WIFI_PHASE2_AUTH: "android.app.extra.PROVISIONING_WIFI_PHASE2_AUTH";
				public static EXTRA_PROVISIONING_WIFI_PROXY_BYPASS: "android.app.extra.PROVISIONING_WIFI_PROXY_BYPASS";
				public static EXTRA_PROVISIONING_WIFI_PROXY_HOST: "android.app.extra.PROVISIONING_WIFI_PROXY_HOST";
				public static EXTRA_PROVISIONING_WIFI_PROXY_PORT: "android.app.extra.PROVISIONING_WIFI_PROXY_PORT";
				public static EXTRA_PROVISIONING_WIFI_SECURITY_TYPE: "android.app.extra.PROVISIONING_WIFI_SECURITY_TYPE";
				public static EXTRA_PROVISIONING_WIFI_SSID: "android.app.extra.PROVISIONING_WIFI_SSID";
				/** @since 29 */
				public static EXTRA_PROVISIONING_WIFI_USER_CERTIFICATE: "android.app.extra.PROVISIONING_WIFI_USER_CERTIFICATE";
				/** @since 33 */
				public static EXTRA_RESOURCE_IDS: "android.app.extra.RESOURCE_IDS";
				/** @since 33 */
				public static EXTRA_RESOURCE_TYPE: "android.app.extra.RESOURCE_TYPE";
				/** @since 33 */
				public static EXTRA_RESOURCE_TYPE_DRAWABLE: 1;
				/** @since 33 */
				public static EXTRA_RESOURCE_TYPE_STRING: 2;
				/** @since 33 */
				public static EXTRA_RESULT_LAUNCH_INTENT: "android.app.extra.RESULT_LAUNCH_INTENT";
				/** @since 26 */
				public static FLAG_EVICT_CREDENTIAL_ENCRYPTION_KEY: 1;
				public static FLAG_MANAGED_CAN_ACCESS_PARENT: 2;
				public static FLAG_PARENT_CAN_ACCESS_MANAGED: 1;
				/** @since 28 */
				public static ID_TYPE_BASE_INFO: 1;
				/** @since 28 */
				public static ID_TYPE_IMEI: 4;
				/** @since 30 */
				public static ID_TYPE_INDIVIDUAL_ATTESTATION: 16;
				/** @since 28 */
				public static ID_TYPE_MEID: 8;
				/** @since 28 */
				public static ID_TYPE_SERIAL: 2;
				/** @since 28 */
				public static INSTALLKEY_REQUEST_CREDENTIALS_ACCESS: 1;
				/** @since 28 */
				public static INSTALLKEY_SET_USER_SELECTABLE: 2;
				/** @since 28 */
				public static KEYGUARD_DISABLE_BIOMETRICS: 416;
				/** @since 28 */
				public static KEYGUARD_DISABLE_FACE: 128;
				public static KEYGUARD_DISABLE_FEATURES_ALL: 2147483647;
				public static KEYGUARD_DISABLE_FEATURES_NONE: 0;
				public static KEYGUARD_DISABLE_FINGERPRINT: 32;
				/** @since 28 */
				public static KEYGUARD_DISABLE_IRIS: 256;
				/** @since 24
				 *  @deprecated Deprecated in API 33 */
				public static KEYGUARD_DISABLE_REMOTE_INPUT: 64;
				public static KEYGUARD_DISABLE_SECURE_CAMERA: 2;
				public static KEYGUARD_DISABLE_SECURE_NOTIFICATIONS: 4;
				/** @since 34 */
				public static KEYGUARD_DISABLE_SHORTCUTS_ALL: 512;
				public static KEYGUARD_DISABLE_TRUST_AGENTS: 16;
				public static KEYGUARD_DISABLE_UNREDACTED_NOTIFICATIONS: 8;
				public static KEYGUARD_DISABLE_WIDGETS_ALL: 1;
				/** @since 28 */
				public static LEAVE_ALL_SYSTEM_APPS_ENABLED: 16;
				/** @since 30 */
				public static LOCK_TASK_FEATURE_BLOCK_ACTIVITY_START_IN_TASK: 64;
				/** @since 28 */
				public static LOCK_TASK_FEATURE_GLOBAL_ACTIONS: 16;
				/** @since 28 */
				public static LOCK_TASK_FEATURE_HOME: 4;
				/** @since 28 */
				public static LOCK_TASK_FEATURE_KEYGUARD: 32;
				/** @since 28 */
				public static LOCK_TASK_FEATURE_NONE: 0;
				/** @since 28 */
				public static LOCK_TASK_FEATURE_NOTIFICATIONS: 2;
				/** @since 28 */
				public static LOCK_TASK_FEATURE_OVERVIEW: 8;
				/** @since 28 */
				public static LOCK_TASK_FEATURE_SYSTEM_INFO: 1;
				/** @since 28 */
				public static MAKE_USER_EPHEMERAL: 2;
				public static MIME_TYPE_PROVISIONING_NFC: "application/com.android.managedprovisioning";
				/** @since 34 */
				public static MTE_DISABLED: 2;
				/** @since 34 */
				public static MTE_ENABLED: 1;
				/** @since 34 */
				public static MTE_NOT_CONTROLLED_BY_POLICY: 0;
				/** @since 31 */
				public static NEARBY_STREAMING_DISABLED: 1;
				/** @since 31 */
				public static NEARBY_STREAMING_ENABLED: 2;
				/** @since 31 */
				public static NEARBY_STREAMING_NOT_CONTROLLED_BY_POLICY: 0;
				/** @since 31 */
				public static NEARBY_STREAMING_SAME_MANAGED_ACCOUNT_ONLY: 3;
				/** @since 31 */
				public static OPERATION_SAFETY_REASON_DRIVING_DISTRACTION: 1;
				/** @since 29 */
				public static PASSWORD_COMPLEXITY_HIGH: 327680;
				/** @since 29 */
				public static PASSWORD_COMPLEXITY_LOW: 65536;
				/** @since 29 */
				public static PASSWORD_COMPLEXITY_MEDIUM: 196608;
				/** @since 29 */
				public static PASSWORD_COMPLEXITY_NONE: 0;
				public static PASSWORD_QUALITY_ALPHABETIC: 262144;
				public static PASSWORD_QUALITY_ALPHANUMERIC: 327680;
				public static PASSWORD_QUALITY_BIOMETRIC_WEAK: 32768;
				public static PASSWORD_QUALITY_COMPLEX: 393216;
				public static PASSWORD_QUALITY_NUMERIC: 131072;
				public static PASSWORD_QUALITY_NUMERIC_COMPLEX: 196608;
				public static PASSWORD_QUALITY_SOMETHING: 65536;
				public static PASSWORD_QUALITY_UNSPECIFIED: 0;
				/** @since 23 */
				public static PERMISSION_GRANT_STATE_DEFAULT: 0;
				/** @since 23 */
				public static PERMISSION_GRANT_STATE_DENIED: 2;
				/** @since 23 */
				public static PERMISSION_GRANT_STATE_GRANTED: 1;
				/** @since 23 */
				public static PERMISSION_POLICY_AUTO_DENY: 2;
				/** @since 23 */
				public static PERMISSION_POLICY_AUTO_GRANT: 1;
				/** @since 23 */
				public static PERMISSION_POLICY_PROMPT: 0;
				/** @since 30 */
				public static PERSONAL_APPS_NOT_SUSPENDED: 0;
				/** @since 30 */
				public static PERSONAL_APPS_SUSPENDED_EXPLICITLY: 1;
				/** @since 30 */
				public static PERSONAL_APPS_SUSPENDED_PROFILE_TIMEOUT: 2;
				/** @since 26 */
				public static POLICY_DISABLE_CAMERA: "policy_disable_camera";
				/** @since 26 */
				public static POLICY_DISABLE_SCREEN_CAPTURE: "policy_disable_screen_capture";
				/** @since 29 */
				public static PRIVATE_DNS_MODE_OFF: 1;
				/** @since 29 */
				public static PRIVATE_DNS_MODE_OPPORTUNISTIC: 2;
				/** @since 29 */
				public static PRIVATE_DNS_MODE_PROVIDER_HOSTNAME: 3;
				/** @since 29 */
				public static PRIVATE_DNS_MODE_UNKNOWN: 0;
				/** @since 29 */
				public static PRIVATE_DNS_SET_ERROR_FAILURE_SETTING: 2;
				/** @since 29 */
				public static PRIVATE_DNS_SET_ERROR_HOST_NOT_SERVING: 1;
				/** @since 29 */
				public static PRIVATE_DNS_SET_NO_ERROR: 0;
				/** @since 29 */
				public static PROVISIONING_MODE_FULLY_MANAGED_DEVICE: 1;
				/** @since 29 */
				public static PROVISIONING_MODE_MANAGED_PROFILE: 2;
				/** @since 31 */
				public static PROVISIONING_MODE_MANAGED_PROFILE_ON_PERSONAL_DEVICE: 3;
				/** @since 23 */
				public static RESET_PASSWORD_DO_NOT_ASK_CREDENTIALS_ON_BOOT: 2;
				public static RESET_PASSWORD_REQUIRE_ENTRY: 1;
				/** @since 24 */
				public static SKIP_SETUP_WIZARD: 1;
				/** @since 33 */
				public static WIFI_SECURITY_ENTERPRISE_192: 3;
				/** @since 33 */
				public static WIFI_SECURITY_ENTERPRISE_EAP: 2;
				/** @since 33 */
				public static WIFI_SECURITY_OPEN: 0;
				/** @since 33 */
				public static WIFI_SECURITY_PERSONAL: 1;
				/** @since 28 */
				public static WIPE_EUICC: 4;
				public static WIPE_EXTERNAL_STORAGE: 1;
				/** @since 22 */
				public static WIPE_RESET_PROTECTION_DATA: 2;
				/** @since 29 */
				public static WIPE_SILENTLY: 8;
				/** @since 31 */
				public acknowledgeDeviceCompliant(): void;
				public addCrossProfileIntentFilter(admin: android.content.ComponentName | null, filter: android.content.IntentFilter, flags: number): void;
				public addCrossProfileWidgetProvider(admin: android.content.ComponentName | null, packageName: string): boolean;
				/** @since 28 */
				public addOverrideApn(admin: android.content.ComponentName, apnSetting: android.telephony.data.ApnSetting): number;
				public addPersistentPreferredActivity(admin: android.content.ComponentName | null, filter: android.content.IntentFilter, activity: android.content.ComponentName): void;
				public addUserRestriction(admin: android.content.ComponentName | null, key: string): void;
				/** @since 34 */
				public addUserRestrictionGlobally(key: string): void;
				/** @since 34 */
				public bindDeviceAdminServiceAsUser(admin: android.content.ComponentName, serviceIntent: android.content.Intent, conn: android.content.ServiceConnection, flags: android.content.Context.BindServiceFlags, targetUser: android.os.UserHandle): boolean;
				/** @since 26 */
				public bindDeviceAdminServiceAsUser(admin: android.content.ComponentName, serviceIntent: android.content.Intent, conn: android.content.ServiceConnection, flags: number, targetUser: android.os.UserHandle): boolean;
				/** @since 31 */
				public canAdminGrantSensorsPermissions(): boolean;
				/** @since 31 */
				public canUsbDataSignalingBeDisabled(): boolean;
				/** @since 28 */
				public clearApplicationUserData(admin: android.content.ComponentName, packageName: string, executor: java.util.concurrent.Executor, listener: android.app.admin.DevicePolicyManager.OnClearApplicationUserDataListener): void;
				public clearCrossProfileIntentFilters(admin: android.content.ComponentName | null): void;
				/** @deprecated Deprecated in API 26 */
				public clearDeviceOwnerApp(packageName: string): void;
				public clearPackagePersistentPreferredActivities(admin: android.content.ComponentName | null, packageName: string): void;
				/** @since 24
				 *  @deprecated Deprecated in API 26 */
				public clearProfileOwner(admin: android.content.ComponentName): void;
				/** @since 26 */
				public clearResetPasswordToken(admin: android.content.ComponentName | null): boolean;
				public clearUserRestriction(admin: android.content.ComponentName | null, key: string): void;
				/** @since 26 */
				public createAdminSupportIntent(restriction: string): android.content.Intent;
				/** @since 24 */
				public createAndManageUser(admin: android.content.ComponentName, name: string, profileOwner: android.content.ComponentName, adminExtras: any, flags: number): android.os.UserHandle | null;
				public enableSystemApp(admin: android.content.ComponentName | null, intent: android.content.Intent): number;
				public enableSystemApp(admin: android.content.ComponentName | null, packageName: string): void;
				/** @since 28 */
				public generateKeyPair(admin: android.content.ComponentName | null, algorithm: string, keySpec: android.security.keystore.KeyGenParameterSpec, idAttestationFlags: number): android.security.AttestedKeyPair;
				public getAccountTypesWithManagementDisabled(): androidNative.Array<string> | null;
				public getActiveAdmins(): java.util.List<android.content.ComponentName> | null;
				/** @since 26 */
				public getAffiliationIds(admin: android.content.ComponentName): java.util.Set<string>;
				/** @since 29 */
				public getAlwaysOnVpnLockdownWhitelist(admin: android.content.ComponentName): java.util.Set<string> | null;
				/** @since 24 */
				public getAlwaysOnVpnPackage(admin: android.content.ComponentName): string | null;
				/** @since 36 */
				public getAppFunctionsPolicy(): number;
				public getApplicationRestrictions(admin: android.content.ComponentName | null, packageName: string): android.os.Bundle;
				/** @since 24
				 *  @deprecated Deprecated in API 26 */
				public getApplicationRestrictionsManagingPackage(admin: android.content.ComponentName): string | null;
				/** @since 30 */
				public getAutoTimeEnabled(admin: android.content.ComponentName | null): boolean;
				/** @since 36 */
				public getAutoTimePolicy(): number;
				/** @deprecated Deprecated in API 30 */
				public getAutoTimeRequired(): boolean;
				/** @since 30 */
				public getAutoTimeZoneEnabled(admin: android.content.ComponentName | null): boolean;
				/** @since 36 */
				public getAutoTimeZonePolicy(): number;
				/** @since 26 */
				public getBindDeviceAdminTargetUsers(admin: android.content.ComponentName): java.util.List<android.os.UserHandle>;
				/** @since 23 */
				public getBluetoothContactSharingDisabled(admin: android.content.ComponentName): boolean;
				public getCameraDisabled(admin: android.content.ComponentName | null): boolean;
				/** @since 23
				 *  @deprecated Deprecated in API 26 */
				public getCertInstallerPackage(admin: android.content.ComponentName): string | null;
				/** @since 35 */
				public getContentProtectionPolicy(admin: android.content.ComponentName | null): number;
				/** @since 34 */
				public getCredentialManagerPolicy(): android.app.admin.PackagePolicy | null;
				/** @since 29
				 *  @deprecated Deprecated in API 34 */
				public getCrossProfileCalendarPackages(admin: android.content.ComponentName): java.util.Set<string> | null;
				/** @deprecated Deprecated in API 34 */
				public getCrossProfileCallerIdDisabled(admin: android.content.ComponentName): boolean;
				/** @since 24
				 *  @deprecated Deprecated in API 34 */
				public getCrossProfileContactsSearchDisabled(admin: android.content.ComponentName): boolean;
				/** @since 30 */
				public getCrossProfilePackages(admin: android.content.ComponentName): java.util.Set<string>;
				public getCrossProfileWidgetProviders(admin: android.content.ComponentName | null): java.util.List<string>;
				public getCurrentFailedPasswordAttempts(): number;
				/** @since 26 */
				public getDelegatePackages(admin: android.content.ComponentName, delegationScope: string): java.util.List<string> | null;
				/** @since 26 */
				public getDelegatedScopes(admin: android.content.ComponentName | null, delegatedPackage: string): java.util.List<string>;
				/** @since 24 */
				public getDeviceOwnerLockScreenInfo(): string;
				/** @since 33 */
				public getDevicePolicyManagementRoleHolderPackage(): string | null;
				/** @since 28 */
				public getEndUserSessionMessage(admin: android.content.ComponentName): string;
				/** @since 31 */
				public getEnrollmentSpecificId(): string;
				/** @since 30 */
				public getFactoryResetProtectionPolicy(admin: android.content.ComponentName | null): android.app.admin.FactoryResetProtectionPolicy | null;
				/** @since 29 */
				public getGlobalPrivateDnsHost(admin: android.content.ComponentName): string | null;
				/** @since 29 */
				public getGlobalPrivateDnsMode(admin: android.content.ComponentName): number;
				public getInstalledCaCerts(admin: android.content.ComponentName | null): java.util.List<androidNative.Array<number>>;
				/** @since 28 */
				public getKeepUninstalledPackages(admin: android.content.ComponentName | null): java.util.List<string> | null;
				/** @since 31 */
				public getKeyPairGrants(alias: string): java.util.Map<java.lang.Integer,java.util.Set<string>>;
				public getKeyguardDisabledFeatures(admin: android.content.ComponentName | null): number;
				/** @since 28 */
				public getLockTaskFeatures(admin: android.content.ComponentName | null): number;
				/** @since 26 */
				public getLockTaskPackages(admin: android.content.ComponentName | null): androidNative.Array<string>;
				/** @since 24 */
				public getLongSupportMessage(admin: android.content.ComponentName): string | null;
				/** @since 34 */
				public getManagedProfileCallerIdAccessPolicy(): android.app.admin.PackagePolicy | null;
				/** @since 34 */
				public getManagedProfileContactsAccessPolicy(): android.app.admin.PackagePolicy | null;
				/** @since 30 */
				public getManagedProfileMaximumTimeOff(admin: android.content.ComponentName): number;
				/** @since 34 */
				public getManagedSubscriptionsPolicy(): android.app.admin.ManagedSubscriptionsPolicy;
				public getMaximumFailedPasswordsForWipe(admin: android.content.ComponentName | null): number;
				public getMaximumTimeToLock(admin: android.content.ComponentName | null): number;
				/** @since 28 */
				public getMeteredDataDisabledPackages(admin: android.content.ComponentName): java.util.List<string>;
				/** @since 33 */
				public getMinimumRequiredWifiSecurityLevel(): number;
				/** @since 34 */
				public getMtePolicy(): number;
				/** @since 31 */
				public getNearbyAppStreamingPolicy(): number;
				/** @since 31 */
				public getNearbyNotificationStreamingPolicy(): number;
				/** @since 24
				 *  @deprecated Deprecated in API 31 */
				public getOrganizationColor(admin: android.content.ComponentName): number;
				/** @since 24 */
				public getOrganizationName(admin: android.content.ComponentName | null): string | null;
				/** @since 28 */
				public getOverrideApns(admin: android.content.ComponentName): java.util.List<android.telephony.data.ApnSetting>;
				/** @since 24 */
				public getParentProfileInstance(admin: android.content.ComponentName | null): android.app.admin.DevicePolicyManager;
				/** @since 29 */
				public getPasswordComplexity(): number;
				public getPasswordExpiration(admin: android.content.ComponentName | null): number;
				public getPasswordExpirationTimeout(admin: android.content.ComponentName | null): number;
				public getPasswordHistoryLength(admin: android.content.ComponentName | null): number;
				public getPasswordMaximumLength(quality: number): number;
				/** @deprecated Deprecated in API 31 */
				public getPasswordMinimumLength(admin: android.content.ComponentName | null): number;
				/** @deprecated Deprecated in API 31 */
				public getPasswordMinimumLetters(admin: android.content.ComponentName | null): number;
				/** @deprecated Deprecated in API 31 */
				public getPasswordMinimumLowerCase(admin: android.content.ComponentName | null): number;
				/** @deprecated Deprecated in API 31 */
				public getPasswordMinimumNonLetter(admin: android.content.ComponentName | null): number;
				/** @deprecated Deprecated in API 31 */
				public getPasswordMinimumNumeric(admin: android.content.ComponentName | null): number;
				/** @deprecated Deprecated in API 31 */
				public getPasswordMinimumSymbols(admin: android.content.ComponentName | null): number;
				/** @deprecated Deprecated in API 31 */
				public getPasswordMinimumUpperCase(admin: android.content.ComponentName | null): number;
				/** @deprecated Deprecated in API 31 */
				public getPasswordQuality(admin: android.content.ComponentName | null): number;
				/** @since 26 */
				public getPendingSystemUpdate(admin: android.content.ComponentName | null): android.app.admin.SystemUpdateInfo | null;
				/** @since 23 */
				public getPermissionGrantState(admin: android.content.ComponentName | null, packageName: string, permission: string): number;
				/** @since 23 */
				public getPermissionPolicy(admin: android.content.ComponentName): number;
				public getPermittedAccessibilityServices(admin: android.content.ComponentName): java.util.List<string> | null;
				/** @since 26 */
				public getPermittedCrossProfileNotificationListeners(admin: android.content.ComponentName): java.util.List<string> | null;
				public getPermittedInputMethods(admin: android.content.ComponentName | null): java.util.List<string> | null;
				/** @since 30 */
				public getPersonalAppsSuspendedReasons(admin: android.content.ComponentName): number;
				/** @since 33 */
				public getPreferentialNetworkServiceConfigs(): java.util.List<android.app.admin.PreferentialNetworkServiceConfig>;
				/** @since 31 */
				public getRequiredPasswordComplexity(): number;
				/** @since 26 */
				public getRequiredStrongAuthTimeout(admin: android.content.ComponentName | null): number;
				/** @since 33 */
				public getResources(): android.app.admin.DevicePolicyResourcesManager;
				public getScreenCaptureDisabled(admin: android.content.ComponentName | null): boolean;
				/** @since 28 */
				public getSecondaryUsers(admin: android.content.ComponentName): java.util.List<android.os.UserHandle>;
				/** @since 24 */
				public getShortSupportMessage(admin: android.content.ComponentName | null): string;
				/** @since 28 */
				public getStartUserSessionMessage(admin: android.content.ComponentName): string;
				/** @deprecated Deprecated in API 30 */
				public getStorageEncryption(admin: android.content.ComponentName | null): boolean;
				public getStorageEncryptionStatus(): number;
				/** @since 35 */
				public getSubscriptionIds(): java.util.Set<java.lang.Integer>;
				/** @since 23 */
				public getSystemUpdatePolicy(): android.app.admin.SystemUpdatePolicy | null;
				/** @since 28 */
				public getTransferOwnershipBundle(): any;
				/** @since 23 */
				public getTrustAgentConfiguration(admin: android.content.ComponentName | null, agent: android.content.ComponentName): java.util.List<any> | null;
				/** @since 30 */
				public getUserControlDisabledPackages(admin: android.content.ComponentName | null): java.util.List<string>;
				/** @since 24 */
				public getUserRestrictions(admin: android.content.ComponentName): android.os.Bundle;
				/** @since 34 */
				public getUserRestrictionsGlobally(): android.os.Bundle;
				/** @since 24 */
				public getWifiMacAddress(admin: android.content.ComponentName | null): string | null;
				/** @since 33 */
				public getWifiSsidPolicy(): android.app.admin.WifiSsidPolicy | null;
				/** @since 30 */
				public grantKeyPairToApp(admin: android.content.ComponentName | null, alias: string, packageName: string): boolean;
				/** @since 31 */
				public grantKeyPairToWifiAuth(alias: string): boolean;
				public hasCaCertInstalled(admin: android.content.ComponentName | null, certBuffer: androidNative.Array<number>): boolean;
				public hasGrantedPolicy(admin: android.content.ComponentName, usesPolicy: number): boolean;
				/** @since 31 */
				public hasKeyPair(alias: string): boolean;
				/** @since 30 */
				public hasLockdownAdminConfiguredNetworks(admin: android.content.ComponentName | null): boolean;
				public installCaCert(admin: android.content.ComponentName | null, certBuffer: androidNative.Array<number>): boolean;
				/** @since 28 */
				public installExistingPackage(admin: android.content.ComponentName, packageName: string): boolean;
				public installKeyPair(admin: android.content.ComponentName | null, privKey: java.security.PrivateKey, cert: java.security.cert.Certificate, alias: string): boolean;
				/** @since 24 */
				public installKeyPair(admin: android.content.ComponentName | null, privKey: java.security.PrivateKey, certs: androidNative.Array<java.security.cert.Certificate>, alias: string, requestAccess: boolean): boolean;
				/** @since 28 */
				public installKeyPair(admin: android.content.ComponentName | null, privKey: java.security.PrivateKey, certs: androidNative.Array<java.security.cert.Certificate>, alias: string, flags: number): boolean;
				/** @since 29 */
				public installSystemUpdate(admin: android.content.ComponentName | null, updateFilePath: android.net.Uri, executor: java.util.concurrent.Executor, callback: android.app.admin.DevicePolicyManager.InstallSystemUpdateCallback): void;
				public isActivePasswordSufficient(): boolean;
				/** @since 31 */
				public isActivePasswordSufficientForDeviceRequirement(): boolean;
				public isAdminActive(admin: android.content.ComponentName): boolean;
				/** @since 28 */
				public isAffiliatedUser(): boolean;
				/** @since 29 */
				public isAlwaysOnVpnLockdownEnabled(admin: android.content.ComponentName): boolean;
				public isApplicationHidden(admin: android.content.ComponentName | null, packageName: string): boolean;
				/** @since 26 */
				public isBackupServiceEnabled(admin: android.content.ComponentName): boolean;
				/** @since 24
				 *  @deprecated Deprecated in API 26 */
				public isCallerApplicationRestrictionsManagingPackage(): boolean;
				/** @since 30 */
				public isCommonCriteriaModeEnabled(admin: android.content.ComponentName | null): boolean;
				/** @since 31 */
				public isComplianceAcknowledgementRequired(): boolean;
				/** @since 34 */
				public isDeviceFinanced(): boolean;
				/** @since 28 */
				public isDeviceIdAttestationSupported(): boolean;
				public isDeviceOwnerApp(packageName: string): boolean;
				/** @since 28 */
				public isEphemeralUser(admin: android.content.ComponentName): boolean;
				/** @since 31 */
				public isKeyPairGrantedToWifiAuth(alias: string): boolean;
				public isLockTaskPermitted(pkg: string): boolean;
				/** @since 28 */
				public isLogoutEnabled(): boolean;
				/** @since 24 */
				public isManagedProfile(admin: android.content.ComponentName): boolean;
				public isMasterVolumeMuted(admin: android.content.ComponentName): boolean;
				/** @since 35 */
				public static isMtePolicyEnforced(): boolean;
				/** @since 26 */
				public isNetworkLoggingEnabled(admin: android.content.ComponentName | null): boolean;
				/** @since 30 */
				public isOrganizationOwnedDeviceWithManagedProfile(): boolean;
				/** @since 28 */
				public isOverrideApnEnabled(admin: android.content.ComponentName): boolean;
				/** @since 24 */
				public isPackageSuspended(admin: android.content.ComponentName | null, packageName: string): boolean;
				/** @since 31 */
				public isPreferentialNetworkServiceEnabled(): boolean;
				public isProfileOwnerApp(packageName: string): boolean;
				/** @since 24 */
				public isProvisioningAllowed(action: string): boolean;
				/** @since 26 */
				public isResetPasswordTokenActive(admin: android.content.ComponentName | null): boolean;
				/** @since 31 */
				public isSafeOperation(reason: number): boolean;
				/** @since 24 */
				public isSecurityLoggingEnabled(admin: android.content.ComponentName | null): boolean;
				/** @since 34 */
				public isStatusBarDisabled(): boolean;
				public isUninstallBlocked(admin: android.content.ComponentName | null, packageName: string): boolean;
				/** @since 30 */
				public isUniqueDeviceAttestationSupported(): boolean;
				/** @since 31 */
				public isUsbDataSignalingEnabled(): boolean;
				/** @since 28 */
				public isUsingUnifiedPassword(admin: android.content.ComponentName): boolean;
				/** @since 31 */
				public listForegroundAffiliatedUsers(): java.util.List<android.os.UserHandle>;
				public lockNow(): void;
				/** @since 26 */
				public lockNow(flags: number): void;
				/** @since 28 */
				public logoutUser(admin: android.content.ComponentName): number;
				/** @since 24 */
				public reboot(admin: android.content.ComponentName): void;
				public removeActiveAdmin(admin: android.content.ComponentName): void;
				/** @deprecated */
				public removeCrossProfileWidgetProvider(admin: android.content.ComponentName | null, packageName: string): boolean;
				/** @since 24 */
				public removeKeyPair(admin: android.content.ComponentName | null, alias: string): boolean;
				/** @since 28 */
				public removeOverrideApn(admin: android.content.ComponentName, apnId: number): boolean;
				public removeUser(admin: android.content.ComponentName, userHandle: android.os.UserHandle): boolean;
				/** @since 24 */
				public requestBugreport(admin: android.content.ComponentName): boolean;
				/** @deprecated Deprecated in API 30 */
				public resetPassword(password: string, flags: number): boolean;
				/** @since 26 */
				public resetPasswordWithToken(admin: android.content.ComponentName | null, password: string, token: androidNative.Array<number>, flags: number): boolean;
				/** @since 26 */
				public retrieveNetworkLogs(admin: android.content.ComponentName | null, batchToken: number): java.util.List<android.app.admin.NetworkEvent> | null;
				/** @since 24 */
				public retrievePreRebootSecurityLogs(admin: android.content.ComponentName | null): java.util.List<android.app.admin.SecurityLog.SecurityEvent> | null;
				/** @since 24 */
				public retrieveSecurityLogs(admin: android.content.ComponentName | null): java.util.List<android.app.admin.SecurityLog.SecurityEvent> | null;
				/** @since 30 */
				public revokeKeyPairFromApp(admin: android.content.ComponentName | null, alias: string, packageName: string): boolean;
				/** @since 31 */
				public revokeKeyPairFromWifiAuth(alias: string): boolean;
				public setAccountManagementDisabled(admin: android.content.ComponentName | null, accountType: string, disabled: boolean): void;
				/** @since 26 */
				public setAffiliationIds(admin: android.content.ComponentName, ids: java.util.Set<string>): void;
				/** @since 24 */
				public setAlwaysOnVpnPackage(admin: android.content.ComponentName, vpnPackage: string | null, lockdownEnabled: boolean): void;
				/** @since 29 */
				public setAlwaysOnVpnPackage(admin: android.content.ComponentName, vpnPackage: string | null, lockdownEnabled: boolean, lockdownAllowlist: java.util.Set<string> | null): void;
				/** @since 36 */
				public setAppFunctionsPolicy(policy: number): void;
				public setApplicationHidden(admin: android.content.ComponentName | null, packageName: string, hidden: boolean): boolean;
				public setApplicationRestrictions(admin: android.content.ComponentName | null, packageName: string, settings: android.os.Bundle): void;
				/** @since 24
				 *  @deprecated Deprecated in API 26 */
				public setApplicationRestrictionsManagingPackage(admin: android.content.ComponentName, packageName: string | null): void;
				/** @since 30 */
				public setAutoTimeEnabled(admin: android.content.ComponentName | null, enabled: boolean): void;
				/** @since 36 */
				public setAutoTimePolicy(policy: number): void;
				/** @deprecated Deprecated in API 30 */
				public setAutoTimeRequired(admin: android.content.ComponentName, required: boolean): void;
				/** @since 30 */
				public setAutoTimeZoneEnabled(admin: android.content.ComponentName | null, enabled: boolean): void;
				/** @since 36 */
				public setAutoTimeZonePolicy(policy: number): void;
				/** @since 26 */
				public setBackupServiceEnabled(admin: android.content.ComponentName, enabled: boolean): void;
				/** @since 23 */
				public setBluetoothContactSharingDisabled(admin: android.content.ComponentName, disabled: boolean): void;
				public setCameraDisabled(admin: android.content.ComponentName | null, disabled: boolean): void;
				/** @since 23
				 *  @deprecated Deprecated in API 26 */
				public setCertInstallerPackage(admin: android.content.ComponentName, installerPackage: string | null): void;
				/** @since 30 */
				public setCommonCriteriaModeEnabled(admin: android.content.ComponentName | null, enabled: boolean): void;
				/** @since 30 */
				public setConfiguredNetworksLockdownState(admin: android.content.ComponentName | null, lockdown: boolean): void;
				/** @since 35 */
				public setContentProtectionPolicy(admin: android.content.ComponentName | null, policy: number): void;
				/** @since 34 */
				public setCredentialManagerPolicy(policy: android.app.admin.PackagePolicy | null): void;
				/** @since 29
				 *  @deprecated Deprecated in API 34 */
				public setCrossProfileCalendarPackages(admin: android.content.ComponentName, packageNames: java.util.Set<string> | null): void;
				/** @deprecated Deprecated in API 34 */
				public setCrossProfileCallerIdDisabled(admin: android.content.ComponentName, disabled: boolean): void;
				/** @since 24
				 *  @deprecated Deprecated in API 34 */
				public setCrossProfileContactsSearchDisabled(admin: android.content.ComponentName, disabled: boolean): void;
				/** @since 30 */
				public setCrossProfilePackages(admin: android.content.ComponentName, packageNames: java.util.Set<string>): void;
				public setCrossProfileWidgetProviders(packageNames: java.util.Set<string>): void;
				/** @since 34 */
				public setDefaultDialerApplication(packageName: string): void;
				/** @since 29 */
				public setDefaultSmsApplication(admin: android.content.ComponentName | null, packageName: string): void;
				/** @since 26 */
				public setDelegatedScopes(admin: android.content.ComponentName, delegatePackage: string, scopes: java.util.List<string>): void;
				/** @since 24 */
				public setDeviceOwnerLockScreenInfo(admin: android.content.ComponentName | null, info: string): void;
				/** @since 28 */
				public setEndUserSessionMessage(admin: android.content.ComponentName, endUserSessionMessage: string | null): void;
				/** @since 30 */
				public setFactoryResetProtectionPolicy(admin: android.content.ComponentName | null, policy: android.app.admin.FactoryResetProtectionPolicy | null): void;
				/** @since 29 */
				public setGlobalPrivateDnsModeOpportunistic(admin: android.content.ComponentName): number;
				/** @since 29 */
				public setGlobalPrivateDnsModeSpecifiedHost(admin: android.content.ComponentName, privateDnsHost: string): number;
				public setGlobalSetting(admin: android.content.ComponentName, setting: string, value: string): void;
				/** @since 28 */
				public setKeepUninstalledPackages(admin: android.content.ComponentName | null, packageNames: java.util.List<string>): void;
				/** @since 28 */
				public setKeyPairCertificate(admin: android.content.ComponentName | null, alias: string, certs: java.util.List<java.security.cert.Certificate>, isUserSelectable: boolean): boolean;
				/** @since 23 */
				public setKeyguardDisabled(admin: android.content.ComponentName, disabled: boolean): boolean;
				public setKeyguardDisabledFeatures(admin: android.content.ComponentName | null, which: number): void;
				/** @since 30 */
				public setLocationEnabled(admin: android.content.ComponentName, locationEnabled: boolean): void;
				/** @since 28 */
				public setLockTaskFeatures(admin: android.content.ComponentName | null, flags: number): void;
				public setLockTaskPackages(admin: android.content.ComponentName | null, packages: androidNative.Array<string>): void;
				/** @since 28 */
				public setLogoutEnabled(admin: android.content.ComponentName, enabled: boolean): void;
				/** @since 24 */
				public setLongSupportMessage(admin: android.content.ComponentName, message: string | null): void;
				/** @since 34 */
				public setManagedProfileCallerIdAccessPolicy(policy: android.app.admin.PackagePolicy | null): void;
				/** @since 34 */
				public setManagedProfileContactsAccessPolicy(policy: android.app.admin.PackagePolicy | null): void;
				/** @since 30 */
				public setManagedProfileMaximumTimeOff(admin: android.content.ComponentName, timeoutMillis: number): void;
				/** @since 34 */
				public setManagedSubscriptionsPolicy(policy: android.app.admin.ManagedSubscriptionsPolicy | null): void;
				public setMasterVolumeMuted(admin: android.content.ComponentName, on: boolean): void;
				public setMaximumFailedPasswordsForWipe(admin: android.content.ComponentName | null, num: number): void;
				public setMaximumTimeToLock(admin: android.content.ComponentName | null, timeMs: number): void;
				/** @since 28 */
				public setMeteredDataDisabledPackages(admin: android.content.ComponentName, packageNames: java.util.List<string>): java.util.List<string>;
				/** @since 33 */
				public setMinimumRequiredWifiSecurityLevel(level: number): void;
				/** @since 34 */
				public setMtePolicy(policy: number): void;
				/** @since 31 */
				public setNearbyAppStreamingPolicy(policy: number): void;
				/** @since 31 */
				public setNearbyNotificationStreamingPolicy(policy: number): void;
				/** @since 26 */
				public setNetworkLoggingEnabled(admin: android.content.ComponentName | null, enabled: boolean): void;
				/** @since 24
				 *  @deprecated Deprecated in API 31 */
				public setOrganizationColor(admin: android.content.ComponentName, color: number): void;
				/** @since 31 */
				public setOrganizationId(enterpriseId: string): void;
				/** @since 24 */
				public setOrganizationName(admin: android.content.ComponentName | null, title: string | null): void;
				/** @since 28 */
				public setOverrideApnsEnabled(admin: android.content.ComponentName, enabled: boolean): void;
				/** @since 24 */
				public setPackagesSuspended(admin: android.content.ComponentName | null, packageNames: androidNative.Array<string>, suspended: boolean): androidNative.Array<string>;
				public setPasswordExpirationTimeout(admin: android.content.ComponentName | null, timeout: number): void;
				public setPasswordHistoryLength(admin: android.content.ComponentName, length: number): void;
				/** @deprecated Deprecated in API 31 */
				public setPasswordMinimumLength(admin: android.content.ComponentName, length: number): void;
				/** @deprecated Deprecated in API 31 */
				public setPasswordMinimumLetters(admin: android.content.ComponentName, length: number): void;
				/** @deprecated Deprecated in API 31 */
				public setPasswordMinimumLowerCase(admin: android.content.ComponentName, length: number): void;
				/** @deprecated Deprecated in API 31 */
				public setPasswordMinimumNonLetter(admin: android.content.ComponentName, length: number): void;
				/** @deprecated Deprecated in API 31 */
				public setPasswordMinimumNumeric(admin: android.content.ComponentName, length: number): void;
				/** @deprecated Deprecated in API 31 */
				public setPasswordMinimumSymbols(admin: android.content.ComponentName, length: number): void;
				/** @deprecated Deprecated in API 31 */
				public setPasswordMinimumUpperCase(admin: android.content.ComponentName, length: number): void;
				/** @deprecated Deprecated in API 31 */
				public setPasswordQuality(admin: android.content.ComponentName, quality: number): void;
				/** @since 23 */
				public setPermissionGrantState(admin: android.content.ComponentName | null, packageName: string, permission: string, grantState: number): boolean;
				/** @since 23 */
				public setPermissionPolicy(admin: android.content.ComponentName | null, policy: number): void;
				public setPermittedAccessibilityServices(admin: android.content.ComponentName, packageNames: java.util.List<string>): boolean;
				/** @since 26 */
				public setPermittedCrossProfileNotificationListeners(admin: android.content.ComponentName, packageList: java.util.List<string> | null): boolean;
				public setPermittedInputMethods(admin: android.content.ComponentName | null, packageNames: java.util.List<string>): boolean;
				/** @since 30 */
				public setPersonalAppsSuspended(admin: android.content.ComponentName, suspended: boolean): void;
				/** @since 33 */
				public setPreferentialNetworkServiceConfigs(preferentialNetworkServiceConfigs: java.util.List<android.app.admin.PreferentialNetworkServiceConfig>): void;
				/** @since 31 */
				public setPreferentialNetworkServiceEnabled(enabled: boolean): void;
				public setProfileEnabled(admin: android.content.ComponentName): void;
				public setProfileName(admin: android.content.ComponentName, profileName: string): void;
				public setRecommendedGlobalProxy(admin: android.content.ComponentName, proxyInfo: android.net.ProxyInfo | null): void;
				/** @since 31 */
				public setRequiredPasswordComplexity(passwordComplexity: number): void;
				/** @since 26 */
				public setRequiredStrongAuthTimeout(admin: android.content.ComponentName | null, timeoutMs: number): void;
				/** @since 26 */
				public setResetPasswordToken(admin: android.content.ComponentName | null, token: androidNative.Array<number>): boolean;
				public setRestrictionsProvider(admin: android.content.ComponentName, provider: android.content.ComponentName | null): void;
				public setScreenCaptureDisabled(admin: android.content.ComponentName | null, disabled: boolean): void;
				public setSecureSetting(admin: android.content.ComponentName, setting: string, value: string): void;
				/** @since 24 */
				public setSecurityLoggingEnabled(admin: android.content.ComponentName | null, enabled: boolean): void;
				/** @since 24 */
				public setShortSupportMessage(admin: android.content.ComponentName | null, message: string | null): void;
				/** @since 28 */
				public setStartUserSessionMessage(admin: android.content.ComponentName, startUserSessionMessage: string | null): void;
				/** @since 23 */
				public setStatusBarDisabled(admin: android.content.ComponentName | null, disabled: boolean): boolean;
				/** @deprecated Deprecated in API 30 */
				public setStorageEncryption(admin: android.content.ComponentName, encrypt: boolean): number;
				/** @since 28 */
				public setSystemSetting(admin: android.content.ComponentName, setting: string, value: string): void;
				/** @since 23 */
				public setSystemUpdatePolicy(admin: android.content.ComponentName, policy: android.app.admin.SystemUpdatePolicy): void;
				/** @since 28 */
				public setTime(admin: android.content.ComponentName | null, millis: number): boolean;
				/** @since 28 */
				public setTimeZone(admin: android.content.ComponentName | null, timeZone: string): boolean;
				/** @since 23 */
				public setTrustAgentConfiguration(admin: android.content.ComponentName | null, target: android.content.ComponentName, configuration: any): void;
				public setUninstallBlocked(admin: android.content.ComponentName | null, packageName: string, uninstallBlocked: boolean): void;
				/** @since 31 */
				public setUsbDataSignalingEnabled(enabled: boolean): void;
				/** @since 30 */
				public setUserControlDisabledPackages(admin: android.content.ComponentName | null, packages: java.util.List<string>): void;
				/** @since 23 */
				public setUserIcon(admin: android.content.ComponentName, icon: android.graphics.Bitmap): void;
				/** @since 33 */
				public setWifiSsidPolicy(policy: android.app.admin.WifiSsidPolicy | null): void;
				/** @since 28 */
				public startUserInBackground(admin: android.content.ComponentName, userHandle: android.os.UserHandle): number;
				/** @since 28 */
				public stopUser(admin: android.content.ComponentName, userHandle: android.os.UserHandle): number;
				public switchUser(admin: android.content.ComponentName, userHandle: android.os.UserHandle | null): boolean;
				/** @since 28 */
				public transferOwnership(admin: android.content.ComponentName, target: android.content.ComponentName, bundle: any): void;
				public uninstallAllUserCaCerts(admin: android.content.ComponentName | null): void;
				public uninstallCaCert(admin: android.content.ComponentName | null, certBuffer: androidNative.Array<number>): void;
				/** @since 28 */
				public updateOverrideApn(admin: android.content.ComponentName, apnId: number, apnSetting: android.telephony.data.ApnSetting): boolean;
				public wipeData(flags: number): void;
				/** @since 28 */
				public wipeData(flags: number, reason: string): void;
				/** @since 34 */
				public wipeDevice(flags: number): void;
				/** @deprecated Removed in API 24 (deprecated in API 23) */
				public createUser(admin: android.content.ComponentName, name: string): android.os.UserHandle;
				/** @deprecated Removed in API 24 (deprecated in API 23) */
				public createAndInitializeUser(admin: android.content.ComponentName, name: string, ownerName: string, profileOwnerComponent: android.content.ComponentName, adminExtras: android.os.Bundle): android.os.UserHandle;
			}
		}
	}
	export module content {
		export abstract class BroadcastReceiver extends java.lang.Object {
			public static class: java.lang.Class<android.content.BroadcastReceiver>;
			public constructor();
			public abortBroadcast(): void;
			public clearAbortBroadcast(): void;
			public getAbortBroadcast(): boolean;
			public getDebugUnregister(): boolean;
			public getResultCode(): number;
			public getResultData(): string;
			public getResultExtras(makeMap: boolean): android.os.Bundle;
			/** @since 34 */
			public getSentFromPackage(): string | null;
			/** @since 34 */
			public getSentFromUid(): number;
			public goAsync(): android.content.BroadcastReceiver.PendingResult;
			public isInitialStickyBroadcast(): boolean;
			public isOrderedBroadcast(): boolean;
			public onReceive(param0: android.content.Context, param1: android.content.Intent): void;
			public peekService(myContext: android.content.Context, service: android.content.Intent): android.os.IBinder;
			public setDebugUnregister(debug: boolean): void;
			public setOrderedHint(isOrdered: boolean): void;
			public setResult(code: number, data: string, extras: android.os.Bundle): void;
			public setResultCode(code: number): void;
			public setResultData(data: string): void;
			public setResultExtras(extras: android.os.Bundle): void;
		}
		export class ClipData extends java.lang.Object implements android.os.Parcelable {
			public static class: java.lang.Class<android.content.ClipData>;
			public static CREATOR: android.os.Parcelable.Creator<android.content.ClipData>;
			public constructor(other: android.content.ClipData);
			public constructor(description: android.content.ClipDescription, item: android.content.ClipData.Item);
			public constructor(label: string, mimeTypes: androidNative.Array<string>, item: android.content.ClipData.Item);
			public addItem(item: android.content.ClipData.Item): void;
			/** @since 26 */
			public addItem(resolver: android.content.ContentResolver, item: android.content.ClipData.Item): void;
			public describeContents(): number;
			public getDescription(): android.content.ClipDescription;
			public getItemAt(index: number): android.content.ClipData.Item;
			public getItemCount(): number;
			public static newHtmlText(label: string, text: string, htmlText: string): android.content.ClipData;
			public static newIntent(label: string, intent: android.content.Intent): android.content.ClipData;
			public static newPlainText(label: string, text: string): android.content.ClipData;
			public static newRawUri(label: string, uri: android.net.Uri): android.content.ClipData;
			public static newUri(resolver: android.content.ContentResolver, label: string, uri: android.net.Uri): android.content.ClipData;
			public toString(): string;
			public writeToParcel(dest: android.os.Parcel, flags: number): void;
			public writeToParcel(param0: android.os.Parcel, param1: number): void;
		}
		export class ComponentCallbacks extends java.lang.Object {
			public static class: java.lang.Class<android.content.ComponentCallbacks>;
			/**
			 * Constructs a new instance of the android.content.ComponentCallbacks interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
			 */
			public constructor(implementation: {
				onConfigurationChanged(param0: android.content.res.Configuration): void;
				onLowMemory(): void;
			});
			public constructor();
			public onConfigurationChanged(param0: android.content.res.Configuration): void;
			/** @deprecated Deprecated in API 35 */
			public onLowMemory(): void;
		}
		export class ComponentCallbacks2 extends java.lang.Object implements android.content.ComponentCallbacks {
			public static class: java.lang.Class<android.content.ComponentCallbacks2>;
			/**
			 * Constructs a new instance of the android.content.ComponentCallbacks2 interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
			 */
			public constructor(implementation: {
				onTrimMemory(param0: number): void;
				onConfigurationChanged(param0: android.content.res.Configuration): void;
				onLowMemory(): void;
			});
			public constructor();
			/** @deprecated Deprecated in API 35 */
			public static TRIM_MEMORY_RUNNING_MODERATE: 5;
			/** @deprecated Deprecated in API 35 */
			public static TRIM_MEMORY_RUNNING_CRITICAL: 15;
			public static TRIM_MEMORY_UI_HIDDEN: 20;
			/** @deprecated Deprecated in API 35 */
			public static TRIM_MEMORY_COMPLETE: 80;
			public static TRIM_MEMORY_BACKGROUND: 40;
			/** @deprecated Deprecated in API 35 */
			public static TRIM_MEMORY_MODERATE: 60;
			/** @deprecated Deprecated in API 35 */
			public static TRIM_MEMORY_RUNNING_LOW: 10;
			public onTrimMemory(param0: number): void;
			public onConfigurationChanged(param0: android.content.res.Configuration): void;
			/** @deprecated Deprecated in API 35 */
			public onLowMemory(): void;
		}
		export abstract class ContentProvider extends java.lang.Object implements android.content.ComponentCallbacks2 {
			public static class: java.lang.Class<android.content.ContentProvider>;
			public constructor();
			/** @since 29 */
			public applyBatch(authority: string, operations: java.util.ArrayList<android.content.ContentProviderOperation>): androidNative.Array<android.content.ContentProviderResult>;
			public applyBatch(operations: java.util.ArrayList<android.content.ContentProviderOperation>): androidNative.Array<android.content.ContentProviderResult>;
			public attachInfo(context: android.content.Context, info: android.content.pm.ProviderInfo): void;
			public bulkInsert(uri: android.net.Uri, values: androidNative.Array<android.content.ContentValues>): number;
			public call(method: string, arg: string | null, extras: android.os.Bundle | null): android.os.Bundle | null;
			/** @since 29 */
			public call(authority: string, method: string, arg: string | null, extras: android.os.Bundle | null): android.os.Bundle | null;
			public canonicalize(url: android.net.Uri): android.net.Uri | null;
			/** @since 29 */
			public clearCallingIdentity(): android.content.ContentProvider.CallingIdentity;
			/** @since 30 */
			public delete(uri: android.net.Uri, extras: android.os.Bundle | null): number;
			public delete(param0: android.net.Uri, param1: string | null, param2: androidNative.Array<string> | null): number;
			public dump(fd: java.io.FileDescriptor, writer: java.io.PrintWriter, args: androidNative.Array<string>): void;
			/** @since 31 */
			public getCallingAttributionSource(): android.content.AttributionSource | null;
			/** @since 30 */
			public getCallingAttributionTag(): string | null;
			public getCallingPackage(): string | null;
			/** @since 30 */
			public getCallingPackageUnchecked(): string | null;
			public getContext(): android.content.Context | null;
			public getPathPermissions(): androidNative.Array<android.content.pm.PathPermission> | null;
			public getReadPermission(): string | null;
			public getStreamTypes(uri: android.net.Uri, mimeTypeFilter: string): androidNative.Array<string> | null;
			public getType(param0: android.net.Uri): string | null;
			/** @since 34 */
			public getTypeAnonymous(uri: android.net.Uri): string | null;
			public getWritePermission(): string | null;
			public insert(param0: android.net.Uri, param1: android.content.ContentValues | null): android.net.Uri | null;
			/** @since 30 */
			public insert(uri: android.net.Uri, values: android.content.ContentValues | null, extras: android.os.Bundle | null): android.net.Uri | null;
			public isTemporary(): boolean;
			/** @since 30 */
			public onCallingPackageChanged(): void;
			public onConfigurationChanged(newConfig: android.content.res.Configuration): void;
			public onCreate(): boolean;
			/** @deprecated Deprecated in API 35 */
			public onLowMemory(): void;
			public onTrimMemory(level: number): void;
			public openAssetFile(uri: android.net.Uri, mode: string): android.content.res.AssetFileDescriptor | null;
			public openAssetFile(uri: android.net.Uri, mode: string, signal: android.os.CancellationSignal | null): android.content.res.AssetFileDescriptor | null;
			public openFile(uri: android.net.Uri, mode: string): android.os.ParcelFileDescriptor | null;
			public openFile(uri: android.net.Uri, mode: string, signal: android.os.CancellationSignal | null): android.os.ParcelFileDescriptor | null;
			public openFileHelper(uri: android.net.Uri, mode: string): android.os.ParcelFileDescriptor;
			public openPipeHelper(uri: android.net.Uri, mimeType: string, opts: android.os.Bundle | null, args: any, func: android.content.ContentProvider.PipeDataWriter<any>): android.os.ParcelFileDescriptor;
			public openTypedAssetFile(uri: android.net.Uri, mimeTypeFilter: string, opts: android.os.Bundle | null): android.content.res.AssetFileDescriptor | null;
			public openTypedAssetFile(uri: android.net.Uri, mimeTypeFilter: string, opts: android.os.Bundle | null, signal: android.os.CancellationSignal | null): android.content.res.AssetFileDescriptor | null;
			/** @since 26 */
			public query(uri: android.net.Uri, projection: androidNative.Array<string> | null, queryArgs: android.os.Bundle | null, cancellationSignal: android.os.CancellationSignal | null): android.database.Cursor | null;
			public query(param0: android.net.Uri, param1: androidNative.Array<string> | null, param2: string | null, param3: androidNative.Array<string> | null, param4: string | null): android.database.Cursor | null;
			public query(uri: android.net.Uri, projection: androidNative.Array<string> | null, selection: string | null, selectionArgs: androidNative.Array<string> | null, sortOrder: string | null, cancellationSignal: android.os.CancellationSignal | null): android.database.Cursor | null;
			/** @since 26 */
			public refresh(uri: android.net.Uri, extras: android.os.Bundle | null, cancellationSignal: android.os.CancellationSignal | null): boolean;
			/** @since 30 */
			public requireContext(): android.content.Context;
			/** @since 29 */
			public restoreCallingIdentity(identity: android.content.ContentProvider.CallingIdentity): void;
			public setPathPermissions(permissions: androidNative.Array<android.content.pm.PathPermission> | null): void;
			public setReadPermission(permission: string | null): void;
			public setWritePermission(permission: string | null): void;
			public shutdown(): void;
			public uncanonicalize(url: android.net.Uri): android.net.Uri | null;
			/** @since 30 */
			public update(uri: android.net.Uri, values: android.content.ContentValues | null, extras: android.os.Bundle | null): number;
			public update(param0: android.net.Uri, param1: android.content.ContentValues | null, param2: string | null, param3: androidNative.Array<string> | null): number;
			public onTrimMemory(param0: number): void;
			public onConfigurationChanged(param0: android.content.res.Configuration): void;
		}
		export class ContentValues extends java.lang.Object implements android.os.Parcelable {
			public static class: java.lang.Class<android.content.ContentValues>;
			public static CREATOR: android.os.Parcelable.Creator<android.content.ContentValues>;
			public static TAG: "ContentValues";
			public constructor();
			public constructor(from: android.content.ContentValues);
			public constructor(size: number);
			public clear(): void;
			public containsKey(key: string): boolean;
			public describeContents(): number;
			public equals(object: any): boolean;
			public get(key: string): any;
			public getAsBoolean(key: string): java.lang.Boolean;
			public getAsByte(key: string): java.lang.Byte;
			public getAsByteArray(key: string): androidNative.Array<number>;
			public getAsDouble(key: string): java.lang.Double;
			public getAsFloat(key: string): java.lang.Float;
			public getAsInteger(key: string): java.lang.Integer;
			public getAsLong(key: string): java.lang.Long;
			public getAsShort(key: string): java.lang.Short;
			public getAsString(key: string): string;
			public hashCode(): number;
			/** @since 30 */
			public isEmpty(): boolean;
			public keySet(): java.util.Set<string>;
			public put(key: string, value: androidNative.Array<number>): void;
			public put(key: string, value: java.lang.Boolean): void;
			public put(key: string, value: java.lang.Byte): void;
			public put(key: string, value: java.lang.Double): void;
			public put(key: string, value: java.lang.Float): void;
			public put(key: string, value: java.lang.Integer): void;
			public put(key: string, value: java.lang.Long): void;
			public put(key: string, value: java.lang.Short): void;
			public put(key: string, value: string): void;
			public putAll(other: android.content.ContentValues): void;
			public putNull(key: string): void;
			public remove(key: string): void;
			public size(): number;
			public toString(): string;
			public valueSet(): java.util.Set<java.util.Map.Entry<string,any>>;
			public writeToParcel(parcel: android.os.Parcel, flags: number): void;
			public writeToParcel(param0: android.os.Parcel, param1: number): void;
		}
		export abstract class Context extends java.lang.Object {
			public static class: java.lang.Class<android.content.Context>;
			public static ACCESSIBILITY_SERVICE: "accessibility";
			public static ACCOUNT_SERVICE: "account";
			public static ACTIVITY_SERVICE: "activity";
			/** @since 36 */
			public static ADVANCED_PROTECTION_SERVICE: "advanced_protection";
			public static ALARM_SERVICE: "alarm";
			public static APPWIDGET_SERVICE: "appwidget";
			/** @since 36 */
			public static APP_FUNCTION_SERVICE: "app_function";
			public static APP_OPS_SERVICE: "appops";
			/** @since 31 */
			public static APP_SEARCH_SERVICE: "app_search";
			public static AUDIO_SERVICE: "audio";
			public static AUTOFILL_SERVICE: "autofill";
			public static BATTERY_SERVICE: "batterymanager";
			public static BIND_ABOVE_CLIENT: 8;
			public static BIND_ADJUST_WITH_ACTIVITY: 128;
			/** @since 34 */
			public static BIND_ALLOW_ACTIVITY_STARTS: 512;
			public static BIND_ALLOW_OOM_MANAGEMENT: 16;
			public static BIND_AUTO_CREATE: 1;
			public static BIND_DEBUG_UNBIND: 2;
			/** @since 24 */
			public static BIND_EXTERNAL_SERVICE: -2147483648;
			/** @since 34 */
			public static BIND_EXTERNAL_SERVICE_LONG: 4611686018427387904;
			public static BIND_IMPORTANT: 64;
			/** @since 29 */
			public static BIND_INCLUDE_CAPABILITIES: 4096;
			public static BIND_NOT_FOREGROUND: 4;
			/** @since 29 */
			public static BIND_NOT_PERCEPTIBLE: 256;
			/** @since 35 */
			public static BIND_PACKAGE_ISOLATED_PROCESS: 16384;
			/** @since 34 */
			public static BIND_SHARED_ISOLATED_PROCESS: 8192;
			public static BIND_WAIVE_PRIORITY: 32;
			/** @since 29 */
			public static BIOMETRIC_SERVICE: "biometric";
			/** @since 30 */
			public static BLOB_STORE_SERVICE: "blob_store";
			public static BLUETOOTH_SERVICE: "bluetooth";
			/** @since 31 */
			public static BUGREPORT_SERVICE: "bugreport";
			public static CAMERA_SERVICE: "camera";
			public static CAPTIONING_SERVICE: "captioning";
			/** @since 23 */
			public static CARRIER_CONFIG_SERVICE: "carrier_config";
			public static CHOOSER_SERVICE: "chooser";
			public static CLIPBOARD_SERVICE: "clipboard";
			/** @since 26 */
			public static COMPANION_DEVICE_SERVICE: "companiondevice";
			/** @since 30 */
			public static CONNECTIVITY_DIAGNOSTICS_SERVICE: "connectivity_diagnostics";
			public static CONNECTIVITY_SERVICE: "connectivity";
			public static CONSUMER_IR_SERVICE: "consumer_ir";
			/** @since 35 */
			public static CONTACT_KEYS_SERVICE: "contact_keys";
			public static CONTEXT_IGNORE_SECURITY: 2;
			public static CONTEXT_INCLUDE_CODE: 1;
			public static CONTEXT_RESTRICTED: 4;
			/** @since 34 */
			public static CREDENTIAL_SERVICE: "credential";
			/** @since 28 */
			public static CROSS_PROFILE_APPS_SERVICE: "crossprofileapps";
			/** @since 34 */
			public static DEVICE_ID_DEFAULT: 0;
			/** @since 34 */
			public static DEVICE_ID_INVALID: -1;
			/** @since 34 */
			public static DEVICE_LOCK_SERVICE: "device_lock";
			public static DEVICE_POLICY_SERVICE: "device_policy";
			/** @since 31 */
			public static DISPLAY_HASH_SERVICE: "display_hash";
			public static DISPLAY_SERVICE: "display";
			/** @since 31 */
			public static DOMAIN_VERIFICATION_SERVICE: "domain_verification";
			public static DOWNLOAD_SERVICE: "download";
			public static DROPBOX_SERVICE: "dropbox";
			/** @since 28 */
			public static EUICC_SERVICE: "euicc";
			/** @since 30 */
			public static FILE_INTEGRITY_SERVICE: "file_integrity";
			public static FILE_SERVICE: "file";
			/** @since 31 */
			public static GAME_SERVICE: "game";
			/** @since 34 */
			public static GRAMMATICAL_INFLECTION_SERVICE: "grammatical_inflection";
			/** @since 24 */
			public static HARDWARE_PROPERTIES_SERVICE: "hardware_properties";
			/** @since 34 */
			public static HEALTHCONNECT_SERVICE: "healthconnect";
			public static HID_SERVICE: "hid";
			public static INPUT_METHOD_SERVICE: "input_method";
			public static INPUT_SERVICE: "input";
			/** @since 28 */
			public static IPSEC_SERVICE: "ipsec";
			public static JOB_SCHEDULER_SERVICE: "jobscheduler";
			public static KEYGUARD_SERVICE: "keyguard";
			/** @since 36 */
			public static KEYSTORE_SERVICE: "keystore";
			public static LAUNCHER_APPS_SERVICE: "launcherapps";
			public static LAYOUT_INFLATER_SERVICE: "layout_inflater";
			/** @since 33 */
			public static LOCALE_SERVICE: "locale";
			public static LOCATION_SERVICE: "location";
			/** @since 31 */
			public static MEDIA_COMMUNICATION_SERVICE: "media_communication";
			/** @since 31 */
			public static MEDIA_METRICS_SERVICE: "media_metrics";
			public static MEDIA_PROJECTION_SERVICE: "media_projection";
			/** @since 36 */
			public static MEDIA_QUALITY_SERVICE: "media_quality";
			public static MEDIA_ROUTER_SERVICE: "media_router";
			public static MEDIA_SESSION_SERVICE: "media_session";
			/** @since 23 */
			public static MIDI_SERVICE: "midi";
			public static MODE_APPEND: 32768;
			public static MODE_ENABLE_WRITE_AHEAD_LOGGING: 8;
			/** @deprecated Deprecated in API 23 */
			public static MODE_MULTI_PROCESS: 4;
			/** @since 24 */
			public static MODE_NO_LOCALIZED_COLLATORS: 16;
			public static MODE_PRIVATE: 0;
			/** @deprecated Deprecated in API 17 */
			public static MODE_WORLD_READABLE: 1;
			/** @deprecated Deprecated in API 17 */
			public static MODE_WORLD_WRITEABLE: 2;
			/** @since 23 */
			public static NETWORK_STATS_SERVICE: "netstats";
			public static NFC_SERVICE: "nfc";
			public static NOTIFICATION_SERVICE: "notification";
			public static NPU_SERVICE: "npu";
			public static NSD_SERVICE: "servicediscovery";
			/** @since 34 */
			public static OVERLAY_SERVICE: "overlay";
			public static PCC_SANDBOX_SERVICE: "pcc_sandbox";
			/** @since 31 */
			public static PEOPLE_SERVICE: "people";
			/** @since 31 */
			public static PERFORMANCE_HINT_SERVICE: "performance_hint";
			/** @since 35 */
			public static PERSISTENT_DATA_BLOCK_SERVICE: "persistent_data_block";
			public static POWER_SERVICE: "power";
			public static PRINT_SERVICE: "print";
			/** @since 35 */
			public static PROFILING_SERVICE: "profiling";
			/** @since 33 */
			public static RECEIVER_EXPORTED: 2;
			/** @since 33 */
			public static RECEIVER_NOT_EXPORTED: 4;
			/** @since 26 */
			public static RECEIVER_VISIBLE_TO_INSTANT_APPS: 1;
			public static RESTRICTIONS_SERVICE: "restrictions";
			/** @since 29 */
			public static ROLE_SERVICE: "role";
			/** @since 36 */
			public static SATELLITE_SERVICE: "satellite";
			public static SEARCH_SERVICE: "search";
			/** @since 35 */
			public static SECURITY_STATE_SERVICE: "security_state";
			public static SENSOR_SERVICE: "sensor";
			public static SERIAL_SERVICE: "serial";
			/** @since 25 */
			public static SHORTCUT_SERVICE: "shortcut";
			/** @since 33 */
			public static STATUS_BAR_SERVICE: "statusbar";
			public static STORAGE_SERVICE: "storage";
			/** @since 26 */
			public static STORAGE_STATS_SERVICE: "storagestats";
			/** @since 24 */
			public static SYSTEM_HEALTH_SERVICE: "systemhealth";
			public static TELECOM_SERVICE: "telecom";
			/** @since 30 */
			public static TELEPHONY_IMS_SERVICE: "telephony_ims";
			public static TELEPHONY_PHONE_NUMBER_SERVICE: "telephony_phone_number";
			public static TELEPHONY_SERVICE: "phone";
			/** @since 22 */
			public static TELEPHONY_SUBSCRIPTION_SERVICE: "telephony_subscription_service";
			/** @since 36 */
			public static TETHERING_SERVICE: "tethering";
			/** @since 26 */
			public static TEXT_CLASSIFICATION_SERVICE: "textclassification";
			public static TEXT_SERVICES_MANAGER_SERVICE: "textservices";
			/** @since 36 */
			public static TV_AD_SERVICE: "tv_ad";
			public static TV_INPUT_SERVICE: "tv_input";
			/** @since 33 */
			public static TV_INTERACTIVE_APP_SERVICE: "tv_interactive_app";
			public static UI_MODE_SERVICE: "uimode";
			/** @since 22 */
			public static USAGE_STATS_SERVICE: "usagestats";
			public static USB_SERVICE: "usb";
			public static USER_SERVICE: "user";
			/** @since 31 */
			public static VIBRATOR_MANAGER_SERVICE: "vibrator_manager";
			/** @deprecated Deprecated in API 31 */
			public static VIBRATOR_SERVICE: "vibrator";
			/** @since 34 */
			public static VIRTUAL_DEVICE_SERVICE: "virtualdevice";
			/** @since 30 */
			public static VPN_MANAGEMENT_SERVICE: "vpn_management";
			public static WALLPAPER_SERVICE: "wallpaper";
			public static WEB_APP_SERVICE: "web_app";
			/** @since 26 */
			public static WIFI_AWARE_SERVICE: "wifiaware";
			public static WIFI_P2P_SERVICE: "wifip2p";
			/** @since 28 */
			public static WIFI_RTT_RANGING_SERVICE: "wifirtt";
			public static WIFI_SERVICE: "wifi";
			public static WINDOW_SERVICE: "window";
			/** @since 23 */
			public static FINGERPRINT_SERVICE: "fingerprint";
			public constructor();
			/** @since 34 */
			public bindIsolatedService(service: android.content.Intent, flags: android.content.Context.BindServiceFlags, instanceName: string, executor: java.util.concurrent.Executor, conn: android.content.ServiceConnection): boolean;
			/** @since 29 */
			public bindIsolatedService(service: android.content.Intent, flags: number, instanceName: string, executor: java.util.concurrent.Executor, conn: android.content.ServiceConnection): boolean;
			/** @since 34 */
			public bindService(service: android.content.Intent, flags: android.content.Context.BindServiceFlags, executor: java.util.concurrent.Executor, conn: android.content.ServiceConnection): boolean;
			/** @since 34 */
			public bindService(service: android.content.Intent, conn: android.content.ServiceConnection, flags: android.content.Context.BindServiceFlags): boolean;
			public bindService(param0: android.content.Intent, param1: android.content.ServiceConnection, param2: number): boolean;
			/** @since 29 */
			public bindService(service: android.content.Intent, flags: number, executor: java.util.concurrent.Executor, conn: android.content.ServiceConnection): boolean;
			/** @since 34 */
			public bindServiceAsUser(service: android.content.Intent, conn: android.content.ServiceConnection, flags: android.content.Context.BindServiceFlags, user: android.os.UserHandle): boolean;
			/** @since 30 */
			public bindServiceAsUser(service: android.content.Intent, conn: android.content.ServiceConnection, flags: number, user: android.os.UserHandle): boolean;
			public checkCallingOrSelfPermission(param0: string): number;
			public checkCallingOrSelfUriPermission(param0: android.net.Uri, param1: number): number;
			/** @since 31 */
			public checkCallingOrSelfUriPermissions(uris: java.util.List<android.net.Uri>, modeFlags: number): androidNative.Array<number>;
			public checkCallingPermission(param0: string): number;
			public checkCallingUriPermission(param0: android.net.Uri, param1: number): number;
			/** @since 31 */
			public checkCallingUriPermissions(uris: java.util.List<android.net.Uri>, modeFlags: number): androidNative.Array<number>;
			/** @since 35 */
			public checkContentUriPermissionFull(uri: android.net.Uri, pid: number, uid: number, modeFlags: number): number;
			public checkPermission(param0: string, param1: number, param2: number): number;
			/** @since 23 */
			public checkSelfPermission(param0: string): number;
			public checkUriPermission(param0: android.net.Uri, param1: number, param2: number, param3: number): number;
			public checkUriPermission(param0: android.net.Uri | null, param1: string | null, param2: string | null, param3: number, param4: number, param5: number): number;
			/** @since 31 */
			public checkUriPermissions(uris: java.util.List<android.net.Uri>, pid: number, uid: number, modeFlags: number): androidNative.Array<number>;
			/** @deprecated Deprecated in API 15 */
			public clearWallpaper(): void;
			/** @since 30 */
			public createAttributionContext(attributionTag: string | null): android.content.Context;
			public createConfigurationContext(param0: android.content.res.Configuration): android.content.Context;
			/** @since 31 */
			public createContext(contextParams: android.content.ContextParams): android.content.Context;
			/** @since 26 */
			public createContextForSplit(param0: string): android.content.Context;
			/** @since 34 */
			public createDeviceContext(deviceId: number): android.content.Context;
			/** @since 24 */
			public createDeviceProtectedStorageContext(): android.content.Context;
			public createDisplayContext(param0: android.view.Display): android.content.Context;
			public createPackageContext(param0: string, param1: number): android.content.Context;
			/** @since 31 */
			public createWindowContext(display: android.view.Display, type: number, options: android.os.Bundle | null): android.content.Context;
			/** @since 30 */
			public createWindowContext(type: number, options: android.os.Bundle | null): android.content.Context;
			public databaseList(): androidNative.Array<string>;
			public deleteDatabase(param0: string): boolean;
			public deleteFile(param0: string): boolean;
			/** @since 24 */
			public deleteSharedPreferences(param0: string): boolean;
			public enforceCallingOrSelfPermission(param0: string, param1: string | null): void;
			public enforceCallingOrSelfUriPermission(param0: android.net.Uri, param1: number, param2: string): void;
			public enforceCallingPermission(param0: string, param1: string | null): void;
			public enforceCallingUriPermission(param0: android.net.Uri, param1: number, param2: string): void;
			public enforcePermission(param0: string, param1: number, param2: number, param3: string | null): void;
			public enforceUriPermission(param0: android.net.Uri, param1: number, param2: number, param3: number, param4: string): void;
			public enforceUriPermission(param0: android.net.Uri | null, param1: string | null, param2: string | null, param3: number, param4: number, param5: number, param6: string | null): void;
			public fileList(): androidNative.Array<string>;
			public getApplicationContext(): android.content.Context;
			public getApplicationInfo(): android.content.pm.ApplicationInfo;
			public getAssets(): android.content.res.AssetManager;
			/** @since 31 */
			public getAttributionSource(): android.content.AttributionSource;
			/** @since 30 */
			public getAttributionTag(): string | null;
			public getCacheDir(): java.io.File;
			public getClassLoader(): java.lang.ClassLoader;
			public getCodeCacheDir(): java.io.File;
			/** @since 23 */
			public getColor(id: number): number;
			/** @since 23 */
			public getColorStateList(id: number): android.content.res.ColorStateList;
			public getContentResolver(): android.content.ContentResolver;
			/** @since 24 */
			public getDataDir(): java.io.File;
			public getDatabasePath(param0: string): java.io.File;
			/** @since 34 */
			public getDeviceId(): number;
			public getDir(param0: string, param1: number): java.io.File;
			/** @since 30 */
			public getDisplay(): android.view.Display;
			public getDrawable(id: number): android.graphics.drawable.Drawable | null;
			public getExternalCacheDir(): java.io.File | null;
			public getExternalCacheDirs(): androidNative.Array<java.io.File>;
			public getExternalFilesDir(param0: string | null): java.io.File | null;
			public getExternalFilesDirs(param0: string): androidNative.Array<java.io.File>;
			/** @deprecated Deprecated in API 30 */
			public getExternalMediaDirs(): androidNative.Array<java.io.File>;
			public getFileStreamPath(param0: string): java.io.File;
			public getFilesDir(): java.io.File;
			/** @since 28 */
			public getMainExecutor(): java.util.concurrent.Executor;
			public getMainLooper(): android.os.Looper;
			public getNoBackupFilesDir(): java.io.File;
			public getObbDir(): java.io.File;
			public getObbDirs(): androidNative.Array<java.io.File>;
			/** @since 29 */
			public getOpPackageName(): string;
			public getPackageCodePath(): string;
			public getPackageManager(): android.content.pm.PackageManager;
			public getPackageName(): string;
			public getPackageResourcePath(): string;
			/** @since 31 */
			public getParams(): android.content.ContextParams | null;
			public getResources(): android.content.res.Resources;
			public getSharedPreferences(param0: string, param1: number): android.content.SharedPreferences;
			public getString(resId: number): string;
			public getString(resId: number, formatArgs: androidNative.Array<any>): string;
			/** @since 23 */
			public getSystemService(serviceClass: java.lang.Class<any>): any;
			public getSystemService(param0: string): any;
			/** @since 23 */
			public getSystemServiceName(param0: java.lang.Class<any>): string | null;
			public getText(resId: number): string;
			public getTheme(): android.content.res.Resources.Theme;
			public getUpdateableFlags(): android.content.Context.BindServiceFlags;
			/** @deprecated Deprecated in API 15 */
			public getWallpaper(): android.graphics.drawable.Drawable;
			/** @deprecated Deprecated in API 15 */
			public getWallpaperDesiredMinimumHeight(): number;
			/** @deprecated Deprecated in API 15 */
			public getWallpaperDesiredMinimumWidth(): number;
			public grantUriPermission(param0: string, param1: android.net.Uri, param2: number): void;
			/** @since 24 */
			public isDeviceProtectedStorage(): boolean;
			public isRestricted(): boolean;
			/** @since 31 */
			public isUiContext(): boolean;
			/** @since 24 */
			public moveDatabaseFrom(param0: android.content.Context, param1: string): boolean;
			/** @since 24 */
			public moveSharedPreferencesFrom(param0: android.content.Context, param1: string): boolean;
			public obtainStyledAttributes(set: android.util.AttributeSet | null, attrs: androidNative.Array<number>): android.content.res.TypedArray;
			public obtainStyledAttributes(set: android.util.AttributeSet | null, attrs: androidNative.Array<number>, defStyleAttr: number, defStyleRes: number): android.content.res.TypedArray;
			public obtainStyledAttributes(resid: number, attrs: androidNative.Array<number>): android.content.res.TypedArray;
			public obtainStyledAttributes(attrs: androidNative.Array<number>): android.content.res.TypedArray;
			public openFileInput(param0: string): java.io.FileInputStream;
			public openFileOutput(param0: string, param1: number): java.io.FileOutputStream;
			public openOrCreateDatabase(param0: string, param1: number, param2: android.database.sqlite.SQLiteDatabase.CursorFactory): android.database.sqlite.SQLiteDatabase;
			public openOrCreateDatabase(param0: string, param1: number, param2: android.database.sqlite.SQLiteDatabase.CursorFactory, param3: android.database.DatabaseErrorHandler | null): android.database.sqlite.SQLiteDatabase;
			/** @deprecated Deprecated in API 15 */
			public peekWallpaper(): android.graphics.drawable.Drawable;
			public rebindService(conn: android.content.ServiceConnection, flags: android.content.Context.BindServiceFlags): void;
			public registerComponentCallbacks(callback: android.content.ComponentCallbacks): void;
			/** @since 34 */
			public registerDeviceIdChangeListener(executor: java.util.concurrent.Executor, listener: any /* any*/): void;
			public registerReceiver(param0: android.content.BroadcastReceiver | null, param1: android.content.IntentFilter): android.content.Intent | null;
			/** @since 26 */
			public registerReceiver(param0: android.content.BroadcastReceiver | null, param1: android.content.IntentFilter, param2: number): android.content.Intent | null;
			public registerReceiver(param0: android.content.BroadcastReceiver, param1: android.content.IntentFilter, param2: string | null, param3: android.os.Handler | null): android.content.Intent | null;
			/** @since 26 */
			public registerReceiver(param0: android.content.BroadcastReceiver, param1: android.content.IntentFilter, param2: string | null, param3: android.os.Handler | null, param4: number): android.content.Intent | null;
			/** @deprecated Deprecated in API 21 */
			public removeStickyBroadcast(param0: android.content.Intent): void;
			/** @deprecated Deprecated in API 21 */
			public removeStickyBroadcastAsUser(param0: android.content.Intent, param1: android.os.UserHandle): void;
			/** @since 33 */
			public revokeSelfPermissionOnKill(permName: string): void;
			/** @since 33 */
			public revokeSelfPermissionsOnKill(permissions: java.util.Collection<string>): void;
			public revokeUriPermission(param0: android.net.Uri, param1: number): void;
			/** @since 26 */
			public revokeUriPermission(param0: string, param1: android.net.Uri, param2: number): void;
			public sendBroadcast(param0: android.content.Intent): void;
			public sendBroadcast(param0: android.content.Intent, param1: string | null): void;
			/** @since 34 */
			public sendBroadcast(intent: android.content.Intent, receiverPermission: string | null, options: android.os.Bundle | null): void;
			public sendBroadcastAsUser(param0: android.content.Intent, param1: android.os.UserHandle): void;
			public sendBroadcastAsUser(param0: android.content.Intent, param1: android.os.UserHandle, param2: string | null): void;
			/** @since 30 */
			public sendBroadcastWithMultiplePermissions(intent: android.content.Intent, receiverPermissions: androidNative.Array<string>): void;
			public sendOrderedBroadcast(param0: android.content.Intent, param1: string | null): void;
			public sendOrderedBroadcast(param0: android.content.Intent, param1: string | null, param2: android.content.BroadcastReceiver | null, param3: android.os.Handler | null, param4: number, param5: string | null, param6: android.os.Bundle | null): void;
			/** @since 34 */
			public sendOrderedBroadcast(intent: android.content.Intent, receiverPermission: string | null, options: android.os.Bundle | null): void;
			/** @since 34 */
			public sendOrderedBroadcast(intent: android.content.Intent, receiverPermission: string | null, options: android.os.Bundle | null, resultReceiver: android.content.BroadcastReceiver | null, scheduler: android.os.Handler | null, initialCode: number, initialData: string | null, initialExtras: android.os.Bundle | null): void;
			/** @since 30 */
			public sendOrderedBroadcast(intent: android.content.Intent, receiverPermission: string | null, receiverAppOp: string | null, resultReceiver: android.content.BroadcastReceiver | null, scheduler: android.os.Handler | null, initialCode: number, initialData: string | null, initialExtras: android.os.Bundle | null): void;
			public sendOrderedBroadcastAsUser(param0: android.content.Intent, param1: android.os.UserHandle, param2: string | null, param3: android.content.BroadcastReceiver, param4: android.os.Handler | null, param5: number, param6: string | null, param7: android.os.Bundle | null): void;
			/** @deprecated Deprecated in API 21 */
			public sendStickyBroadcast(param0: android.content.Intent): void;
			/** @since 31
			 *  @deprecated Deprecated in API 31 */
			public sendStickyBroadcast(intent: android.content.Intent, options: android.os.Bundle | null): void;
			/** @deprecated Deprecated in API 21 */
			public sendStickyBroadcastAsUser(param0: android.content.Intent, param1: android.os.UserHandle): void;
			/** @deprecated Deprecated in API 21 */
			public sendStickyOrderedBroadcast(param0: android.content.Intent, param1: android.content.BroadcastReceiver, param2: android.os.Handler | null, param3: number, param4: string | null, param5: android.os.Bundle | null): void;
			/** @deprecated Deprecated in API 21 */
			public sendStickyOrderedBroadcastAsUser(param0: android.content.Intent, param1: android.os.UserHandle, param2: android.content.BroadcastReceiver, param3: android.os.Handler | null, param4: number, param5: string | null, param6: android.os.Bundle | null): void;
			public setTheme(param0: number): void;
			/** @deprecated Deprecated in API 15 */
			public setWallpaper(param0: android.graphics.Bitmap): void;
			/** @deprecated Deprecated in API 15 */
			public setWallpaper(param0: java.io.InputStream): void;
			public startActivities(param0: androidNative.Array<android.content.Intent>): void;
			public startActivities(param0: androidNative.Array<android.content.Intent>, param1: android.os.Bundle): void;
			public startActivity(param0: android.content.Intent): void;
			public startActivity(param0: android.content.Intent, param1: android.os.Bundle | null): void;
			/** @since 26 */
			public startForegroundService(param0: android.content.Intent): android.content.ComponentName | null;
			public startInstrumentation(param0: android.content.ComponentName, param1: string | null, param2: android.os.Bundle | null): boolean;
			public startIntentSender(param0: android.content.IntentSender, param1: android.content.Intent | null, param2: number, param3: number, param4: number): void;
			public startIntentSender(param0: android.content.IntentSender, param1: android.content.Intent | null, param2: number, param3: number, param4: number, param5: android.os.Bundle | null): void;
			public startService(param0: android.content.Intent): android.content.ComponentName | null;
			public stopService(param0: android.content.Intent): boolean;
			public unbindService(param0: android.content.ServiceConnection): void;
			public unregisterComponentCallbacks(callback: android.content.ComponentCallbacks): void;
			/** @since 34 */
			public unregisterDeviceIdChangeListener(listener: any /* any*/): void;
			public unregisterReceiver(param0: android.content.BroadcastReceiver): void;
			public updateServiceBindings(params: java.util.Collection<android.content.Context.UpdateBindingParams>): void;
			/** @since 29 */
			public updateServiceGroup(conn: android.content.ServiceConnection, group: number, importance: number): void;
		}
		export class ContextWrapper extends android.content.Context {
			public static class: java.lang.Class<android.content.ContextWrapper>;
			public constructor();
			public constructor(base: android.content.Context);
			public attachBaseContext(base: android.content.Context): void;
			/** @since 34 */
			public bindIsolatedService(service: android.content.Intent, flags: android.content.Context.BindServiceFlags, instanceName: string, executor: java.util.concurrent.Executor, conn: android.content.ServiceConnection): boolean;
			/** @since 29 */
			public bindIsolatedService(service: android.content.Intent, flags: number, instanceName: string, executor: java.util.concurrent.Executor, conn: android.content.ServiceConnection): boolean;
			/** @since 34 */
			public bindService(service: android.content.Intent, conn: android.content.ServiceConnection, flags: android.content.Context.BindServiceFlags): boolean;
			public bindService(param0: android.content.Intent, param1: android.content.ServiceConnection, param2: number): boolean;
			/** @since 29 */
			public bindService(service: android.content.Intent, flags: number, executor: java.util.concurrent.Executor, conn: android.content.ServiceConnection): boolean;
			/** @since 34 */
			public bindService(service: android.content.Intent, flags: android.content.Context.BindServiceFlags, executor: java.util.concurrent.Executor, conn: android.content.ServiceConnection): boolean;
			public bindService(service: android.content.Intent, conn: android.content.ServiceConnection, flags: number): boolean;
			/** @since 30 */
			public bindServiceAsUser(service: android.content.Intent, conn: android.content.ServiceConnection, flags: number, user: android.os.UserHandle): boolean;
			/** @since 34 */
			public bindServiceAsUser(service: android.content.Intent, conn: android.content.ServiceConnection, flags: android.content.Context.BindServiceFlags, user: android.os.UserHandle): boolean;
			public checkCallingOrSelfPermission(permission: string): number;
			public checkCallingOrSelfUriPermission(uri: android.net.Uri, modeFlags: number): number;
			/** @since 31 */
			public checkCallingOrSelfUriPermissions(uris: java.util.List<android.net.Uri>, modeFlags: number): androidNative.Array<number>;
			public checkCallingPermission(permission: string): number;
			public checkCallingUriPermission(uri: android.net.Uri, modeFlags: number): number;
			/** @since 31 */
			public checkCallingUriPermissions(uris: java.util.List<android.net.Uri>, modeFlags: number): androidNative.Array<number>;
			/** @since 35 */
			public checkContentUriPermissionFull(uri: android.net.Uri, pid: number, uid: number, modeFlags: number): number;
			public checkPermission(permission: string, pid: number, uid: number): number;
			/** @since 23 */
			public checkSelfPermission(permission: string): number;
			public checkUriPermission(param0: android.net.Uri | null, param1: string | null, param2: string | null, param3: number, param4: number, param5: number): number;
			public checkUriPermission(uri: android.net.Uri, pid: number, uid: number, modeFlags: number): number;
			public checkUriPermission(uri: android.net.Uri | null, readPermission: string | null, writePermission: string | null, pid: number, uid: number, modeFlags: number): number;
			/** @since 31 */
			public checkUriPermissions(uris: java.util.List<android.net.Uri>, pid: number, uid: number, modeFlags: number): androidNative.Array<number>;
			/** @deprecated Deprecated in API 15 */
			public clearWallpaper(): void;
			/** @since 30 */
			public createAttributionContext(attributionTag: string | null): android.content.Context;
			public createConfigurationContext(overrideConfiguration: android.content.res.Configuration): android.content.Context;
			/** @since 31 */
			public createContext(contextParams: android.content.ContextParams): android.content.Context;
			/** @since 26 */
			public createContextForSplit(splitName: string): android.content.Context;
			/** @since 34 */
			public createDeviceContext(deviceId: number): android.content.Context;
			/** @since 24 */
			public createDeviceProtectedStorageContext(): android.content.Context;
			public createDisplayContext(display: android.view.Display): android.content.Context;
			public createPackageContext(packageName: string, flags: number): android.content.Context;
			/** @since 30 */
			public createWindowContext(type: number, options: android.os.Bundle | null): android.content.Context;
			/** @since 31 */
			public createWindowContext(display: android.view.Display, type: number, options: android.os.Bundle | null): android.content.Context;
			public databaseList(): androidNative.Array<string>;
			public deleteDatabase(name: string): boolean;
			public deleteFile(name: string): boolean;
			/** @since 24 */
			public deleteSharedPreferences(name: string): boolean;
			public enforceCallingOrSelfPermission(permission: string, message: string | null): void;
			public enforceCallingOrSelfUriPermission(uri: android.net.Uri, modeFlags: number, message: string): void;
			public enforceCallingPermission(permission: string, message: string | null): void;
			public enforceCallingUriPermission(uri: android.net.Uri, modeFlags: number, message: string): void;
			public enforcePermission(permission: string, pid: number, uid: number, message: string | null): void;
			public enforceUriPermission(param0: android.net.Uri | null, param1: string | null, param2: string | null, param3: number, param4: number, param5: number, param6: string | null): void;
			public enforceUriPermission(uri: android.net.Uri, pid: number, uid: number, modeFlags: number, message: string): void;
			public enforceUriPermission(uri: android.net.Uri | null, readPermission: string | null, writePermission: string | null, pid: number, uid: number, modeFlags: number, message: string | null): void;
			public fileList(): androidNative.Array<string>;
			public getApplicationContext(): android.content.Context;
			public getApplicationInfo(): android.content.pm.ApplicationInfo;
			public getAssets(): android.content.res.AssetManager;
			/** @since 31 */
			public getAttributionSource(): android.content.AttributionSource;
			/** @since 30 */
			public getAttributionTag(): string | null;
			public getBaseContext(): android.content.Context;
			public getCacheDir(): java.io.File;
			public getClassLoader(): java.lang.ClassLoader;
			public getCodeCacheDir(): java.io.File;
			public getContentResolver(): android.content.ContentResolver;
			/** @since 24 */
			public getDataDir(): java.io.File;
			public getDatabasePath(name: string): java.io.File;
			/** @since 34 */
			public getDeviceId(): number;
			public getDir(name: string, mode: number): java.io.File;
			/** @since 30 */
			public getDisplay(): android.view.Display | null;
			public getExternalCacheDir(): java.io.File | null;
			public getExternalCacheDirs(): androidNative.Array<java.io.File>;
			public getExternalFilesDir(type: string | null): java.io.File | null;
			public getExternalFilesDirs(type: string): androidNative.Array<java.io.File>;
			/** @deprecated Deprecated in API 30 */
			public getExternalMediaDirs(): androidNative.Array<java.io.File>;
			public getFileStreamPath(name: string): java.io.File;
			public getFilesDir(): java.io.File;
			/** @since 28 */
			public getMainExecutor(): java.util.concurrent.Executor;
			public getMainLooper(): android.os.Looper;
			public getNoBackupFilesDir(): java.io.File;
			public getObbDir(): java.io.File;
			public getObbDirs(): androidNative.Array<java.io.File>;
			/** @since 29 */
			public getOpPackageName(): string;
			public getPackageCodePath(): string;
			public getPackageManager(): android.content.pm.PackageManager;
			public getPackageName(): string;
			public getPackageResourcePath(): string;
			/** @since 31 */
			public getParams(): android.content.ContextParams | null;
			public getResources(): android.content.res.Resources;
			public getSharedPreferences(name: string, mode: number): android.content.SharedPreferences;
			/** @since 23 */
			public getSystemService(serviceClass: java.lang.Class<any>): any;
			public getSystemService(name: string): any;
			/** @since 23 */
			public getSystemServiceName(serviceClass: java.lang.Class<any>): string;
			public getTheme(): android.content.res.Resources.Theme;
			/** @deprecated Deprecated in API 15 */
			public getWallpaper(): android.graphics.drawable.Drawable;
			/** @deprecated Deprecated in API 15 */
			public getWallpaperDesiredMinimumHeight(): number;
			/** @deprecated Deprecated in API 15 */
			public getWallpaperDesiredMinimumWidth(): number;
			public grantUriPermission(toPackage: string, uri: android.net.Uri, modeFlags: number): void;
			/** @since 24 */
			public isDeviceProtectedStorage(): boolean;
			public isRestricted(): boolean;
			/** @since 31 */
			public isUiContext(): boolean;
			/** @since 24 */
			public moveDatabaseFrom(sourceContext: android.content.Context, name: string): boolean;
			/** @since 24 */
			public moveSharedPreferencesFrom(sourceContext: android.content.Context, name: string): boolean;
			public openFileInput(name: string): java.io.FileInputStream;
			public openFileOutput(name: string, mode: number): java.io.FileOutputStream;
			public openOrCreateDatabase(param0: string, param1: number, param2: android.database.sqlite.SQLiteDatabase.CursorFactory, param3: android.database.DatabaseErrorHandler | null): android.database.sqlite.SQLiteDatabase;
			public openOrCreateDatabase(name: string, mode: number, factory: android.database.sqlite.SQLiteDatabase.CursorFactory): android.database.sqlite.SQLiteDatabase;
			public openOrCreateDatabase(name: string, mode: number, factory: android.database.sqlite.SQLiteDatabase.CursorFactory, errorHandler: android.database.DatabaseErrorHandler | null): android.database.sqlite.SQLiteDatabase;
			/** @deprecated Deprecated in API 15 */
			public peekWallpaper(): android.graphics.drawable.Drawable;
			public rebindService(conn: android.content.ServiceConnection, flags: android.content.Context.BindServiceFlags): void;
			public registerComponentCallbacks(callback: android.content.ComponentCallbacks): void;
			/** @since 34 */
			public registerDeviceIdChangeListener(executor: java.util.concurrent.Executor, listener: any /* any*/): void;
			/** @since 26 */
			public registerReceiver(param0: android.content.BroadcastReceiver | null, param1: android.content.IntentFilter, param2: number): android.content.Intent | null;
			public registerReceiver(param0: android.content.BroadcastReceiver, param1: android.content.IntentFilter, param2: string | null, param3: android.os.Handler | null): android.content.Intent | null;
			/** @since 26 */
			public registerReceiver(param0: android.content.BroadcastReceiver, param1: android.content.IntentFilter, param2: string | null, param3: android.os.Handler | null, param4: number): android.content.Intent | null;
			public registerReceiver(receiver: android.content.BroadcastReceiver | null, filter: android.content.IntentFilter): android.content.Intent;
			/** @since 26 */
			public registerReceiver(receiver: android.content.BroadcastReceiver | null, filter: android.content.IntentFilter, flags: number): android.content.Intent;
			public registerReceiver(receiver: android.content.BroadcastReceiver | null, filter: android.content.IntentFilter, broadcastPermission: string | null, scheduler: android.os.Handler | null): android.content.Intent;
			/** @since 26 */
			public registerReceiver(receiver: android.content.BroadcastReceiver | null, filter: android.content.IntentFilter, broadcastPermission: string | null, scheduler: android.os.Handler | null, flags: number): android.content.Intent;
			/** @deprecated Deprecated in API 21 */
			public removeStickyBroadcast(intent: android.content.Intent): void;
			/** @deprecated Deprecated in API 21 */
			public removeStickyBroadcastAsUser(intent: android.content.Intent, user: android.os.UserHandle): void;
			/** @since 33 */
			public revokeSelfPermissionsOnKill(permissions: java.util.Collection<string>): void;
			/** @since 26 */
			public revokeUriPermission(param0: string, param1: android.net.Uri, param2: number): void;
			public revokeUriPermission(uri: android.net.Uri, modeFlags: number): void;
			/** @since 26 */
			public revokeUriPermission(targetPackage: string, uri: android.net.Uri, modeFlags: number): void;
			public sendBroadcast(param0: android.content.Intent, param1: string | null): void;
			/** @since 34 */
			public sendBroadcast(intent: android.content.Intent, receiverPermission: string | null, options: android.os.Bundle | null): void;
			public sendBroadcast(intent: android.content.Intent): void;
			public sendBroadcast(intent: android.content.Intent, receiverPermission: string | null): void;
			public sendBroadcastAsUser(param0: android.content.Intent, param1: android.os.UserHandle, param2: string | null): void;
			public sendBroadcastAsUser(intent: android.content.Intent, user: android.os.UserHandle): void;
			public sendBroadcastAsUser(intent: android.content.Intent, user: android.os.UserHandle, receiverPermission: string): void;
			public sendOrderedBroadcast(param0: android.content.Intent, param1: string | null): void;
			public sendOrderedBroadcast(param0: android.content.Intent, param1: string | null, param2: android.content.BroadcastReceiver | null, param3: android.os.Handler | null, param4: number, param5: string | null, param6: android.os.Bundle | null): void;
			/** @since 34 */
			public sendOrderedBroadcast(intent: android.content.Intent, receiverPermission: string | null, options: android.os.Bundle | null): void;
			/** @since 34 */
			public sendOrderedBroadcast(intent: android.content.Intent, receiverPermission: string | null, options: android.os.Bundle | null, resultReceiver: android.content.BroadcastReceiver | null, scheduler: android.os.Handler | null, initialCode: number, initialData: string | null, initialExtras: android.os.Bundle | null): void;
			/** @since 30 */
			public sendOrderedBroadcast(intent: android.content.Intent, receiverPermission: string | null, receiverAppOp: string | null, resultReceiver: android.content.BroadcastReceiver | null, scheduler: android.os.Handler | null, initialCode: number, initialData: string | null, initialExtras: android.os.Bundle | null): void;
			/** @since 30 */
			public sendOrderedBroadcast(intent: android.content.Intent, initialCode: number, receiverPermission: string | null, receiverAppOp: string | null, resultReceiver: android.content.BroadcastReceiver | null, scheduler: android.os.Handler | null, initialData: string | null, initialExtras: android.os.Bundle | null, options: android.os.Bundle | null): void;
			public sendOrderedBroadcast(intent: android.content.Intent, receiverPermission: string | null): void;
			public sendOrderedBroadcast(intent: android.content.Intent, receiverPermission: string | null, resultReceiver: android.content.BroadcastReceiver | null, scheduler: android.os.Handler | null, initialCode: number, initialData: string | null, initialExtras: android.os.Bundle | null): void;
			public sendOrderedBroadcastAsUser(intent: android.content.Intent, user: android.os.UserHandle, receiverPermission: string | null, resultReceiver: android.content.BroadcastReceiver | null, scheduler: android.os.Handler | null, initialCode: number, initialData: string | null, initialExtras: android.os.Bundle | null): void;
			/** @since 31
			 *  @deprecated Deprecated in API 31 */
			public sendStickyBroadcast(intent: android.content.Intent, options: android.os.Bundle | null): void;
			/** @deprecated Deprecated in API 21 */
			public sendStickyBroadcast(intent: android.content.Intent): void;
			/** @deprecated Deprecated in API 21 */
			public sendStickyBroadcastAsUser(intent: android.content.Intent, user: android.os.UserHandle): void;
			/** @deprecated Deprecated in API 21 */
			public sendStickyOrderedBroadcast(intent: android.content.Intent, resultReceiver: android.content.BroadcastReceiver | null, scheduler: android.os.Handler | null, initialCode: number, initialData: string | null, initialExtras: android.os.Bundle | null): void;
			/** @deprecated Deprecated in API 21 */
			public sendStickyOrderedBroadcastAsUser(intent: android.content.Intent, user: android.os.UserHandle, resultReceiver: android.content.BroadcastReceiver | null, scheduler: android.os.Handler | null, initialCode: number, initialData: string | null, initialExtras: android.os.Bundle | null): void;
			public setTheme(resid: number): void;
			/** @deprecated Deprecated in API 15 */
			public setWallpaper(param0: java.io.InputStream): void;
			/** @deprecated Deprecated in API 15 */
			public setWallpaper(bitmap: android.graphics.Bitmap): void;
			/** @deprecated Deprecated in API 15 */
			public setWallpaper(data: java.io.InputStream): void;
			public startActivities(param0: androidNative.Array<android.content.Intent>, param1: android.os.Bundle): void;
			public startActivities(intents: androidNative.Array<android.content.Intent>): void;
			public startActivities(intents: androidNative.Array<android.content.Intent>, options: android.os.Bundle | null): void;
			public startActivity(param0: android.content.Intent, param1: android.os.Bundle | null): void;
			public startActivity(intent: android.content.Intent): void;
			public startActivity(intent: android.content.Intent, options: android.os.Bundle | null): void;
			/** @since 26 */
			public startForegroundService(service: android.content.Intent): android.content.ComponentName | null;
			public startInstrumentation(className: android.content.ComponentName, profileFile: string | null, arguments_: android.os.Bundle | null): boolean;
			public startIntentSender(param0: android.content.IntentSender, param1: android.content.Intent | null, param2: number, param3: number, param4: number, param5: android.os.Bundle | null): void;
			public startIntentSender(intent: android.content.IntentSender, fillInIntent: android.content.Intent | null, flagsMask: number, flagsValues: number, extraFlags: number): void;
			public startIntentSender(intent: android.content.IntentSender, fillInIntent: android.content.Intent | null, flagsMask: number, flagsValues: number, extraFlags: number, options: android.os.Bundle | null): void;
			public startService(service: android.content.Intent): android.content.ComponentName | null;
			public stopService(name: android.content.Intent): boolean;
			public unbindService(conn: android.content.ServiceConnection): void;
			public unregisterComponentCallbacks(callback: android.content.ComponentCallbacks): void;
			/** @since 34 */
			public unregisterDeviceIdChangeListener(listener: any /* any*/): void;
			public unregisterReceiver(receiver: android.content.BroadcastReceiver): void;
			public updateServiceBindings(params: java.util.Collection<android.content.Context.UpdateBindingParams>): void;
			/** @since 29 */
			public updateServiceGroup(conn: android.content.ServiceConnection, group: number, importance: number): void;
		}
		export class DialogInterface extends java.lang.Object {
			public static class: java.lang.Class<android.content.DialogInterface>;
			/**
			 * Constructs a new instance of the android.content.DialogInterface interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
			 */
			public constructor(implementation: {
				cancel(): void;
				dismiss(): void;
			});
			public constructor();
			public static BUTTON_POSITIVE: -1;
			public static BUTTON_NEUTRAL: -3;
			/** @deprecated Deprecated in API 15 */
			public static BUTTON2: -2;
			/** @deprecated Deprecated in API 15 */
			public static BUTTON3: -3;
			/** @deprecated Deprecated in API 15 */
			public static BUTTON1: -1;
			public static BUTTON_NEGATIVE: -2;
			public cancel(): void;
			public dismiss(): void;
		}
		export module DialogInterface {
			export class OnCancelListener extends java.lang.Object {
				public static class: java.lang.Class<android.content.DialogInterface.OnCancelListener>;
				/**
				 * Constructs a new instance of the android.content.DialogInterface$OnCancelListener interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
				 */
				public constructor(implementation: {
					onCancel(param0: android.content.DialogInterface): void;
				});
				public constructor();
				public onCancel(param0: android.content.DialogInterface): void;
			}
			export class OnClickListener extends java.lang.Object {
				public static class: java.lang.Class<android.content.DialogInterface.OnClickListener>;
				/**
				 * Constructs a new instance of the android.content.DialogInterface$OnClickListener interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
				 */
				public constructor(implementation: {
					onClick(param0: android.content.DialogInterface, param1: number): void;
				});
				public constructor();
				public onClick(param0: android.content.DialogInterface, param1: number): void;
			}
		}
		export class Intent extends java.lang.Object implements java.lang.Cloneable, android.os.Parcelable {
			public static class: java.lang.Class<android.content.Intent>;
			public static ACTION_AIRPLANE_MODE_CHANGED: "android.intent.action.AIRPLANE_MODE";
			public static ACTION_ALL_APPS: "android.intent.action.ALL_APPS";
			public static ACTION_ANSWER: "android.intent.action.ANSWER";
			/** @since 33 */
			public static ACTION_APPLICATION_LOCALE_CHANGED: "android.intent.action.APPLICATION_LOCALE_CHANGED";
			/** @since 24 */
			public static ACTION_APPLICATION_PREFERENCES: "android.intent.action.APPLICATION_PREFERENCES";
			public static ACTION_APPLICATION_RESTRICTIONS_CHANGED: "android.intent.action.APPLICATION_RESTRICTIONS_CHANGED";
			public static ACTION_APP_ERROR: "android.intent.action.APP_ERROR";
			public static ACTION_ASSIST: "android.intent.action.ASSIST";
			public static ACTION_ATTACH_DATA: "android.intent.action.ATTACH_DATA";
			/** @since 30 */
			public static ACTION_AUTO_REVOKE_PERMISSIONS: "android.intent.action.AUTO_REVOKE_PERMISSIONS";
			public static ACTION_BATTERY_CHANGED: "android.intent.action.BATTERY_CHANGED";
			public static ACTION_BATTERY_LOW: "android.intent.action.BATTERY_LOW";
			public static ACTION_BATTERY_OKAY: "android.intent.action.BATTERY_OKAY";
			public static ACTION_BOOT_COMPLETED: "android.intent.action.BOOT_COMPLETED";
			public static ACTION_BUG_REPORT: "android.intent.action.BUG_REPORT";
			public static ACTION_CALL: "android.intent.action.CALL";
			public static ACTION_CALL_BUTTON: "android.intent.action.CALL_BUTTON";
			public static ACTION_CAMERA_BUTTON: "android.intent.action.CAMERA_BUTTON";
			/** @since 26 */
			public static ACTION_CARRIER_SETUP: "android.intent.action.CARRIER_SETUP";
			public static ACTION_CHOOSER: "android.intent.action.CHOOSER";
			/** @deprecated Deprecated in API 31 */
			public static ACTION_CLOSE_SYSTEM_DIALOGS: "android.intent.action.CLOSE_SYSTEM_DIALOGS";
			public static ACTION_CONFIGURATION_CHANGED: "android.intent.action.CONFIGURATION_CHANGED";
			public static ACTION_CREATE_DOCUMENT: "android.intent.action.CREATE_DOCUMENT";
			/** @since 34 */
			public static ACTION_CREATE_NOTE: "android.intent.action.CREATE_NOTE";
			/** @since 30 */
			public static ACTION_CREATE_REMINDER: "android.intent.action.CREATE_REMINDER";
			public static ACTION_CREATE_SHORTCUT: "android.intent.action.CREATE_SHORTCUT";
			public static ACTION_DATE_CHANGED: "android.intent.action.DATE_CHANGED";
			public static ACTION_DEFAULT: "android.intent.action.VIEW";
			/** @since 29 */
			public static ACTION_DEFINE: "android.intent.action.DEFINE";
			public static ACTION_DELETE: "android.intent.action.DELETE";
			/** @deprecated Deprecated in API 26 */
			public static ACTION_DEVICE_STORAGE_LOW: "android.intent.action.DEVICE_STORAGE_LOW";
			/** @deprecated Deprecated in API 26 */
			public static ACTION_DEVICE_STORAGE_OK: "android.intent.action.DEVICE_STORAGE_OK";
			public static ACTION_DIAL: "android.intent.action.DIAL";
			public static ACTION_DOCK_EVENT: "android.intent.action.DOCK_EVENT";
			public static ACTION_DREAMING_STARTED: "android.intent.action.DREAMING_STARTED";
			public static ACTION_DREAMING_STOPPED: "android.intent.action.DREAMING_STOPPED";
			public static ACTION_EDIT: "android.intent.action.EDIT";
			public static ACTION_EXTERNAL_APPLICATIONS_AVAILABLE: "android.intent.action.EXTERNAL_APPLICATIONS_AVAILABLE";
			public static ACTION_EXTERNAL_APPLICATIONS_UNAVAILABLE: "android.intent.action.EXTERNAL_APPLICATIONS_UNAVAILABLE";
			public static ACTION_FACTORY_TEST: "android.intent.action.FACTORY_TEST";
			public static ACTION_GET_CONTENT: "android.intent.action.GET_CONTENT";
			public static ACTION_GET_RESTRICTION_ENTRIES: "android.intent.action.GET_RESTRICTION_ENTRIES";
			public static ACTION_GTALK_SERVICE_CONNECTED: "android.intent.action.GTALK_CONNECTED";
			public static ACTION_GTALK_SERVICE_DISCONNECTED: "android.intent.action.GTALK_DISCONNECTED";
			public static ACTION_HEADSET_PLUG: "android.intent.action.HEADSET_PLUG";
			public static ACTION_INPUT_METHOD_CHANGED: "android.intent.action.INPUT_METHOD_CHANGED";
			public static ACTION_INSERT: "android.intent.action.INSERT";
			public static ACTION_INSERT_OR_EDIT: "android.intent.action.INSERT_OR_EDIT";
			/** @since 27 */
			public static ACTION_INSTALL_FAILURE: "android.intent.action.INSTALL_FAILURE";
			/** @deprecated Deprecated in API 29 */
			public static ACTION_INSTALL_PACKAGE: "android.intent.action.INSTALL_PACKAGE";
			/** @since 34 */
			public static ACTION_LAUNCH_CAPTURE_CONTENT_ACTIVITY_FOR_NOTE: "android.intent.action.LAUNCH_CAPTURE_CONTENT_ACTIVITY_FOR_NOTE";
			public static ACTION_LOCALE_CHANGED: "android.intent.action.LOCALE_CHANGED";
			/** @since 24 */
			public static ACTION_LOCKED_BOOT_COMPLETED: "android.intent.action.LOCKED_BOOT_COMPLETED";
			public static ACTION_MAIN: "android.intent.action.MAIN";
			public static ACTION_MANAGED_PROFILE_ADDED: "android.intent.action.MANAGED_PROFILE_ADDED";
			/** @since 24 */
			public static ACTION_MANAGED_PROFILE_AVAILABLE: "android.intent.action.MANAGED_PROFILE_AVAILABLE";
			public static ACTION_MANAGED_PROFILE_REMOVED: "android.intent.action.MANAGED_PROFILE_REMOVED";
			/** @since 24 */
			public static ACTION_MANAGED_PROFILE_UNAVAILABLE: "android.intent.action.MANAGED_PROFILE_UNAVAILABLE";
			/** @since 24 */
			public static ACTION_MANAGED_PROFILE_UNLOCKED: "android.intent.action.MANAGED_PROFILE_UNLOCKED";
			public static ACTION_MANAGE_NETWORK_USAGE: "android.intent.action.MANAGE_NETWORK_USAGE";
			public static ACTION_MANAGE_PACKAGE_STORAGE: "android.intent.action.MANAGE_PACKAGE_STORAGE";
			/** @since 31 */
			public static ACTION_MANAGE_UNUSED_APPS: "android.intent.action.MANAGE_UNUSED_APPS";
			public static ACTION_MEDIA_BAD_REMOVAL: "android.intent.action.MEDIA_BAD_REMOVAL";
			public static ACTION_MEDIA_BUTTON: "android.intent.action.MEDIA_BUTTON";
			public static ACTION_MEDIA_CHECKING: "android.intent.action.MEDIA_CHECKING";
			public static ACTION_MEDIA_EJECT: "android.intent.action.MEDIA_EJECT";
			public static ACTION_MEDIA_MOUNTED: "android.intent.action.MEDIA_MOUNTED";
			public static ACTION_MEDIA_NOFS: "android.intent.action.MEDIA_NOFS";
			public static ACTION_MEDIA_REMOVED: "android.intent.action.MEDIA_REMOVED";
			public static ACTION_MEDIA_SCANNER_FINISHED: "android.intent.action.MEDIA_SCANNER_FINISHED";
			/** @deprecated Deprecated in API 29 */
			public static ACTION_MEDIA_SCANNER_SCAN_FILE: "android.intent.action.MEDIA_SCANNER_SCAN_FILE";
			public static ACTION_MEDIA_SCANNER_STARTED: "android.intent.action.MEDIA_SCANNER_STARTED";
			public static ACTION_MEDIA_SHARED: "android.intent.action.MEDIA_SHARED";
			public static ACTION_MEDIA_UNMOUNTABLE: "android.intent.action.MEDIA_UNMOUNTABLE";
			public static ACTION_MEDIA_UNMOUNTED: "android.intent.action.MEDIA_UNMOUNTED";
			public static ACTION_MY_PACKAGE_REPLACED: "android.intent.action.MY_PACKAGE_REPLACED";
			/** @since 28 */
			public static ACTION_MY_PACKAGE_SUSPENDED: "android.intent.action.MY_PACKAGE_SUSPENDED";
			/** @since 28 */
			public static ACTION_MY_PACKAGE_UNSUSPENDED: "android.intent.action.MY_PACKAGE_UNSUSPENDED";
			/** @deprecated Deprecated in API 29 */
			public static ACTION_NEW_OUTGOING_CALL: "android.intent.action.NEW_OUTGOING_CALL";
			public static ACTION_OPEN_DOCUMENT: "android.intent.action.OPEN_DOCUMENT";
			public static ACTION_OPEN_DOCUMENT_TREE: "android.intent.action.OPEN_DOCUMENT_TREE";
			public static ACTION_OPEN_EYE_DROPPER: "android.intent.action.OPEN_EYE_DROPPER";
			/** @since 24 */
			public static ACTION_PACKAGES_SUSPENDED: "android.intent.action.PACKAGES_SUSPENDED";
			/** @since 24 */
			public static ACTION_PACKAGES_UNSUSPENDED: "android.intent.action.PACKAGES_UNSUSPENDED";
			public static ACTION_PACKAGE_ADDED: "android.intent.action.PACKAGE_ADDED";
			public static ACTION_PACKAGE_CHANGED: "android.intent.action.PACKAGE_CHANGED";
			public static ACTION_PACKAGE_DATA_CLEARED: "android.intent.action.PACKAGE_DATA_CLEARED";
			public static ACTION_PACKAGE_FIRST_LAUNCH: "android.intent.action.PACKAGE_FIRST_LAUNCH";
			public static ACTION_PACKAGE_FULLY_REMOVED: "android.intent.action.PACKAGE_FULLY_REMOVED";
			/** @deprecated Deprecated in API 15 */
			public static ACTION_PACKAGE_INSTALL: "android.intent.action.PACKAGE_INSTALL";
			public static ACTION_PACKAGE_NEEDS_VERIFICATION: "android.intent.action.PACKAGE_NEEDS_VERIFICATION";
			public static ACTION_PACKAGE_REMOVED: "android.intent.action.PACKAGE_REMOVED";
			public static ACTION_PACKAGE_REPLACED: "android.intent.action.PACKAGE_REPLACED";
			public static ACTION_PACKAGE_RESTARTED: "android.intent.action.PACKAGE_RESTARTED";
			/** @since 35 */
			public static ACTION_PACKAGE_UNSTOPPED: "android.intent.action.PACKAGE_UNSTOPPED";
			public static ACTION_PACKAGE_VERIFIED: "android.intent.action.PACKAGE_VERIFIED";
			public static ACTION_PASTE: "android.intent.action.PASTE";
			public static ACTION_PICK: "android.intent.action.PICK";
			public static ACTION_PICK_ACTIVITY: "android.intent.action.PICK_ACTIVITY";
			public static ACTION_POWER_CONNECTED: "android.intent.action.ACTION_POWER_CONNECTED";
			public static ACTION_POWER_DISCONNECTED: "android.intent.action.ACTION_POWER_DISCONNECTED";
			public static ACTION_POWER_USAGE_SUMMARY: "android.intent.action.POWER_USAGE_SUMMARY";
			/** @since 23 */
			public static ACTION_PROCESS_TEXT: "android.intent.action.PROCESS_TEXT";
			/** @since 31 */
			public static ACTION_PROFILE_ACCESSIBLE: "android.intent.action.PROFILE_ACCESSIBLE";
			/** @since 34 */
			public static ACTION_PROFILE_ADDED: "android.intent.action.PROFILE_ADDED";
			/** @since 35 */
			public static ACTION_PROFILE_AVAILABLE: "android.intent.action.PROFILE_AVAILABLE";
			/** @since 31 */
			public static ACTION_PROFILE_INACCESSIBLE: "android.intent.action.PROFILE_INACCESSIBLE";
			/** @since 34 */
			public static ACTION_PROFILE_REMOVED: "android.intent.action.PROFILE_REMOVED";
			/** @since 35 */
			public static ACTION_PROFILE_UNAVAILABLE: "android.intent.action.PROFILE_UNAVAILABLE";
			public static ACTION_PROVIDER_CHANGED: "android.intent.action.PROVIDER_CHANGED";
			public static ACTION_QUICK_CLOCK: "android.intent.action.QUICK_CLOCK";
			/** @since 24 */
			public static ACTION_QUICK_VIEW: "android.intent.action.QUICK_VIEW";
			public static ACTION_REBOOT: "android.intent.action.REBOOT";
			public static ACTION_RUN: "android.intent.action.RUN";
			/** @since 33 */
			public static ACTION_SAFETY_CENTER: "android.intent.action.SAFETY_CENTER";
			public static ACTION_SCREEN_OFF: "android.intent.action.SCREEN_OFF";
			public static ACTION_SCREEN_ON: "android.intent.action.SCREEN_ON";
			public static ACTION_SEARCH: "android.intent.action.SEARCH";
			public static ACTION_SEARCH_LONG_PRESS: "android.intent.action.SEARCH_LONG_PRESS";
			public static ACTION_SEND: "android.intent.action.SEND";
			public static ACTION_SENDTO: "android.intent.action.SENDTO";
			public static ACTION_SEND_MULTIPLE: "android.intent.action.SEND_MULTIPLE";
			public static ACTION_SET_WALLPAPER: "android.intent.action.SET_WALLPAPER";
			/** @since 24 */
			public static ACTION_SHOW_APP_INFO: "android.intent.action.SHOW_APP_INFO";
			/** @since 33 */
			public static ACTION_SHOW_WORK_APPS: "android.intent.action.SHOW_WORK_APPS";
			public static ACTION_SHUTDOWN: "android.intent.action.ACTION_SHUTDOWN";
			public static ACTION_STOP_VOICE_COMMAND: "android.intent.action.STOP_VOICE_COMMAND";
			public static ACTION_SYNC: "android.intent.action.SYNC";
			public static ACTION_SYSTEM_TUTORIAL: "android.intent.action.SYSTEM_TUTORIAL";
			public static ACTION_TIMEZONE_CHANGED: "android.intent.action.TIMEZONE_CHANGED";
			public static ACTION_TIMEZONE_OFFSET_CHANGED: "android.intent.action.TIMEZONE_OFFSET_CHANGED";
			public static ACTION_TIME_CHANGED: "android.intent.action.TIME_SET";
			public static ACTION_TIME_TICK: "android.intent.action.TIME_TICK";
			/** @since 29 */
			public static ACTION_TRANSLATE: "android.intent.action.TRANSLATE";
			public static ACTION_UID_REMOVED: "android.intent.action.UID_REMOVED";
			/** @deprecated Deprecated in API 15 */
			public static ACTION_UMS_CONNECTED: "android.intent.action.UMS_CONNECTED";
			/** @deprecated Deprecated in API 15 */
			public static ACTION_UMS_DISCONNECTED: "android.intent.action.UMS_DISCONNECTED";
			/** @since 35 */
			public static ACTION_UNARCHIVE_PACKAGE: "android.intent.action.UNARCHIVE_PACKAGE";
			/** @deprecated Deprecated in API 29 */
			public static ACTION_UNINSTALL_PACKAGE: "android.intent.action.UNINSTALL_PACKAGE";
			public static ACTION_USER_BACKGROUND: "android.intent.action.USER_BACKGROUND";
			public static ACTION_USER_FOREGROUND: "android.intent.action.USER_FOREGROUND";
			public static ACTION_USER_INITIALIZE: "android.intent.action.USER_INITIALIZE";
			public static ACTION_USER_PRESENT: "android.intent.action.USER_PRESENT";
			/** @since 24 */
			public static ACTION_USER_UNLOCKED: "android.intent.action.USER_UNLOCKED";
			public static ACTION_VIEW: "android.intent.action.VIEW";
			/** @since 29 */
			public static ACTION_VIEW_LOCUS: "android.intent.action.VIEW_LOCUS";
			/** @since 29 */
			public static ACTION_VIEW_PERMISSION_USAGE: "android.intent.action.VIEW_PERMISSION_USAGE";
			/** @since 31 */
			public static ACTION_VIEW_PERMISSION_USAGE_FOR_PERIOD: "android.intent.action.VIEW_PERMISSION_USAGE_FOR_PERIOD";
			public static ACTION_VOICE_COMMAND: "android.intent.action.VOICE_COMMAND";
			/** @deprecated Deprecated in API 16 */
			public static ACTION_WALLPAPER_CHANGED: "android.intent.action.WALLPAPER_CHANGED";
			public static ACTION_WEB_SEARCH: "android.intent.action.WEB_SEARCH";
			/** @since 34 */
			public static CAPTURE_CONTENT_FOR_NOTE_BLOCKED_BY_ADMIN: 4;
			/** @since 34 */
			public static CAPTURE_CONTENT_FOR_NOTE_FAILED: 1;
			/** @since 34 */
			public static CAPTURE_CONTENT_FOR_NOTE_SUCCESS: 0;
			/** @since 34 */
			public static CAPTURE_CONTENT_FOR_NOTE_USER_CANCELED: 2;
			/** @since 34 */
			public static CAPTURE_CONTENT_FOR_NOTE_WINDOW_MODE_UNSUPPORTED: 3;
			/** @since 30 */
			public static CATEGORY_ACCESSIBILITY_SHORTCUT_TARGET: "android.intent.category.ACCESSIBILITY_SHORTCUT_TARGET";
			public static CATEGORY_ALTERNATIVE: "android.intent.category.ALTERNATIVE";
			public static CATEGORY_APP_BROWSER: "android.intent.category.APP_BROWSER";
			public static CATEGORY_APP_CALCULATOR: "android.intent.category.APP_CALCULATOR";
			public static CATEGORY_APP_CALENDAR: "android.intent.category.APP_CALENDAR";
			public static CATEGORY_APP_CONTACTS: "android.intent.category.APP_CONTACTS";
			public static CATEGORY_APP_EMAIL: "android.intent.category.APP_EMAIL";
			/** @since 29 */
			public static CATEGORY_APP_FILES: "android.intent.category.APP_FILES";
			/** @since 33 */
			public static CATEGORY_APP_FITNESS: "android.intent.category.APP_FITNESS";
			public static CATEGORY_APP_GALLERY: "android.intent.category.APP_GALLERY";
			public static CATEGORY_APP_MAPS: "android.intent.category.APP_MAPS";
			public static CATEGORY_APP_MARKET: "android.intent.category.APP_MARKET";
			public static CATEGORY_APP_MESSAGING: "android.intent.category.APP_MESSAGING";
			public static CATEGORY_APP_MUSIC: "android.intent.category.APP_MUSIC";
			/** @since 33 */
			public static CATEGORY_APP_WEATHER: "android.intent.category.APP_WEATHER";
			public static CATEGORY_BROWSABLE: "android.intent.category.BROWSABLE";
			public static CATEGORY_CAR_DOCK: "android.intent.category.CAR_DOCK";
			public static CATEGORY_CAR_MODE: "android.intent.category.CAR_MODE";
			public static CATEGORY_DEFAULT: "android.intent.category.DEFAULT";
			public static CATEGORY_DESK_DOCK: "android.intent.category.DESK_DOCK";
			public static CATEGORY_DEVELOPMENT_PREFERENCE: "android.intent.category.DEVELOPMENT_PREFERENCE";
			public static CATEGORY_EMBED: "android.intent.category.EMBED";
			public static CATEGORY_FRAMEWORK_INSTRUMENTATION_TEST: "android.intent.category.FRAMEWORK_INSTRUMENTATION_TEST";
			public static CATEGORY_HE_DESK_DOCK: "android.intent.category.HE_DESK_DOCK";
			public static CATEGORY_HOME: "android.intent.category.HOME";
			public static CATEGORY_INFO: "android.intent.category.INFO";
			public static CATEGORY_LAUNCHER: "android.intent.category.LAUNCHER";
			public static CATEGORY_LEANBACK_LAUNCHER: "android.intent.category.LEANBACK_LAUNCHER";
			public static CATEGORY_LE_DESK_DOCK: "android.intent.category.LE_DESK_DOCK";
			public static CATEGORY_MONKEY: "android.intent.category.MONKEY";
			public static CATEGORY_OPENABLE: "android.intent.category.OPENABLE";
			public static CATEGORY_PREFERENCE: "android.intent.category.PREFERENCE";
			public static CATEGORY_SAMPLE_CODE: "android.intent.category.SAMPLE_CODE";
			/** @since 29 */
			public static CATEGORY_SECONDARY_HOME: "android.intent.category.SECONDARY_HOME";
			public static CATEGORY_SELECTED_ALTERNATIVE: "android.intent.category.SELECTED_ALTERNATIVE";
			public static CATEGORY_TAB: "android.intent.category.TAB";
			public static CATEGORY_TEST: "android.intent.category.TEST";
			/** @since 26 */
			public static CATEGORY_TYPED_OPENABLE: "android.intent.category.TYPED_OPENABLE";
			public static CATEGORY_UNIT_TEST: "android.intent.category.UNIT_TEST";
			/** @since 23 */
			public static CATEGORY_VOICE: "android.intent.category.VOICE";
			/** @since 26 */
			public static CATEGORY_VR_HOME: "android.intent.category.VR_HOME";
			/** @since 35 */
			public static CHOOSER_CONTENT_TYPE_ALBUM: 1;
			public static CREATOR: android.os.Parcelable.Creator<android.content.Intent>;
			public static EXTRA_ALARM_COUNT: "android.intent.extra.ALARM_COUNT";
			public static EXTRA_ALLOW_MULTIPLE: "android.intent.extra.ALLOW_MULTIPLE";
			/** @deprecated Deprecated in API 16 */
			public static EXTRA_ALLOW_REPLACE: "android.intent.extra.ALLOW_REPLACE";
			/** @since 23 */
			public static EXTRA_ALTERNATE_INTENTS: "android.intent.extra.ALTERNATE_INTENTS";
			/** @since 35 */
			public static EXTRA_ARCHIVAL: "android.intent.extra.ARCHIVAL";
			public static EXTRA_ASSIST_CONTEXT: "android.intent.extra.ASSIST_CONTEXT";
			public static EXTRA_ASSIST_DISPLAY_ID: "android.intent.extra.ASSIST_DISPLAY_ID";
			/** @since 23 */
			public static EXTRA_ASSIST_INPUT_DEVICE_ID: "android.intent.extra.ASSIST_INPUT_DEVICE_ID";
			public static EXTRA_ASSIST_INPUT_HINT_KEYBOARD: "android.intent.extra.ASSIST_INPUT_HINT_KEYBOARD";
			public static EXTRA_ASSIST_PACKAGE: "android.intent.extra.ASSIST_PACKAGE";
			/** @since 23 */
			public static EXTRA_ASSIST_UID: "android.intent.extra.ASSIST_UID";
			/** @since 31 */
			public static EXTRA_ATTRIBUTION_TAGS: "android.intent.extra.ATTRIBUTION_TAGS";
			/** @since 29 */
			public static EXTRA_AUTO_LAUNCH_SINGLE_CHOICE: "android.intent.extra.AUTO_LAUNCH_SINGLE_CHOICE";
			public static EXTRA_BCC: "android.intent.extra.BCC";
			public static EXTRA_BUG_REPORT: "android.intent.extra.BUG_REPORT";
			/** @since 34 */
			public static EXTRA_CAPTURE_CONTENT_FOR_NOTE_STATUS_CODE: "android.intent.extra.CAPTURE_CONTENT_FOR_NOTE_STATUS_CODE";
			public static EXTRA_CC: "android.intent.extra.CC";
			/** @deprecated Deprecated in API 15 */
			public static EXTRA_CHANGED_COMPONENT_NAME: "android.intent.extra.changed_component_name";
			public static EXTRA_CHANGED_COMPONENT_NAME_LIST: "android.intent.extra.changed_component_name_list";
			public static EXTRA_CHANGED_PACKAGE_LIST: "android.intent.extra.changed_package_list";
			public static EXTRA_CHANGED_UID_LIST: "android.intent.extra.changed_uid_list";
			/** @since 35 */
			public static EXTRA_CHOOSER_ADDITIONAL_CONTENT_URI: "android.intent.extra.CHOOSER_ADDITIONAL_CONTENT_URI";
			/** @since 35 */
			public static EXTRA_CHOOSER_CONTENT_TYPE_HINT: "android.intent.extra.CHOOSER_CONTENT_TYPE_HINT";
			/** @since 34 */
			public static EXTRA_CHOOSER_CUSTOM_ACTIONS: "android.intent.extra.CHOOSER_CUSTOM_ACTIONS";
			/** @since 35 */
			public static EXTRA_CHOOSER_FOCUSED_ITEM_POSITION: "android.intent.extra.CHOOSER_FOCUSED_ITEM_POSITION";
			/** @since 34 */
			public static EXTRA_CHOOSER_MODIFY_SHARE_ACTION: "android.intent.extra.CHOOSER_MODIFY_SHARE_ACTION";
			/** @since 23 */
			public static EXTRA_CHOOSER_REFINEMENT_INTENT_SENDER: "android.intent.extra.CHOOSER_REFINEMENT_INTENT_SENDER";
			/** @since 35 */
			public static EXTRA_CHOOSER_RESULT: "android.intent.extra.CHOOSER_RESULT";
			/** @since 35 */
			public static EXTRA_CHOOSER_RESULT_INTENT_SENDER: "android.intent.extra.CHOOSER_RESULT_INTENT_SENDER";
			/** @since 24 */
			public static EXTRA_CHOOSER_TARGETS: "android.intent.extra.CHOOSER_TARGETS";
			/** @since 22 */
			public static EXTRA_CHOSEN_COMPONENT: "android.intent.extra.CHOSEN_COMPONENT";
			/** @since 22 */
			public static EXTRA_CHOSEN_COMPONENT_INTENT_SENDER: "android.intent.extra.CHOSEN_COMPONENT_INTENT_SENDER";
			public static EXTRA_COLOR: "android.intent.extra.COLOR";
			/** @since 26 */
			public static EXTRA_COMPONENT_NAME: "android.intent.extra.COMPONENT_NAME";
			/** @since 26 */
			public static EXTRA_CONTENT_ANNOTATIONS: "android.intent.extra.CONTENT_ANNOTATIONS";
			/** @since 29 */
			public static EXTRA_CONTENT_QUERY: "android.intent.extra.CONTENT_QUERY";
			public static EXTRA_DATA_REMOVED: "android.intent.extra.DATA_REMOVED";
			public static EXTRA_DOCK_STATE: "android.intent.extra.DOCK_STATE";
			public static EXTRA_DOCK_STATE_CAR: 2;
			public static EXTRA_DOCK_STATE_DESK: 1;
			public static EXTRA_DOCK_STATE_HE_DESK: 4;
			public static EXTRA_DOCK_STATE_LE_DESK: 3;
			public static EXTRA_DOCK_STATE_UNDOCKED: 0;
			public static EXTRA_DONT_KILL_APP: "android.intent.extra.DONT_KILL_APP";
			/** @since 29 */
			public static EXTRA_DURATION_MILLIS: "android.intent.extra.DURATION_MILLIS";
			public static EXTRA_EMAIL: "android.intent.extra.EMAIL";
			/** @since 31 */
			public static EXTRA_END_TIME: "android.intent.extra.END_TIME";
			/** @since 24 */
			public static EXTRA_EXCLUDE_COMPONENTS: "android.intent.extra.EXCLUDE_COMPONENTS";
			/** @since 26 */
			public static EXTRA_FROM_STORAGE: "android.intent.extra.FROM_STORAGE";
			public static EXTRA_HTML_TEXT: "android.intent.extra.HTML_TEXT";
			/** @since 24 */
			public static EXTRA_INDEX: "android.intent.extra.INDEX";
			public static EXTRA_INITIAL_INTENTS: "android.intent.extra.INITIAL_INTENTS";
			public static EXTRA_INSTALLER_PACKAGE_NAME: "android.intent.extra.INSTALLER_PACKAGE_NAME";
			public static EXTRA_INTENT: "android.intent.extra.INTENT";
			public static EXTRA_KEY_EVENT: "android.intent.extra.KEY_EVENT";
			/** @since 33 */
			public static EXTRA_LOCALE_LIST: "android.intent.extra.LOCALE_LIST";
			public static EXTRA_LOCAL_ONLY: "android.intent.extra.LOCAL_ONLY";
			/** @since 29 */
			public static EXTRA_LOCUS_ID: "android.intent.extra.LOCUS_ID";
			/** @since 35 */
			public static EXTRA_METADATA_TEXT: "android.intent.extra.METADATA_TEXT";
			public static EXTRA_MIME_TYPES: "android.intent.extra.MIME_TYPES";
			public static EXTRA_NEW_TIMEZONE_OFFSET: "android.intent.extra.NEW_TIMEZONE_OFFSET";
			public static EXTRA_NOT_UNKNOWN_SOURCE: "android.intent.extra.NOT_UNKNOWN_SOURCE";
			public static EXTRA_OLD_TIMEZONE_OFFSET: "android.intent.extra.OLD_TIMEZONE_OFFSET";
			public static EXTRA_ORIGINATING_URI: "android.intent.extra.ORIGINATING_URI";
			/** @since 34 */
			public static EXTRA_PACKAGES: "android.intent.extra.PACKAGES";
			/** @since 24 */
			public static EXTRA_PACKAGE_NAME: "android.intent.extra.PACKAGE_NAME";
			/** @since 31 */
			public static EXTRA_PERMISSION_GROUP_NAME: "android.intent.extra.PERMISSION_GROUP_NAME";
			public static EXTRA_PHONE_NUMBER: "android.intent.extra.PHONE_NUMBER";
			/** @since 23 */
			public static EXTRA_PROCESS_TEXT: "android.intent.extra.PROCESS_TEXT";
			/** @since 23 */
			public static EXTRA_PROCESS_TEXT_READONLY: "android.intent.extra.PROCESS_TEXT_READONLY";
			/** @since 26 */
			public static EXTRA_QUICK_VIEW_FEATURES: "android.intent.extra.QUICK_VIEW_FEATURES";
			/** @since 24 */
			public static EXTRA_QUIET_MODE: "android.intent.extra.QUIET_MODE";
			public static EXTRA_REFERRER: "android.intent.extra.REFERRER";
			/** @since 22 */
			public static EXTRA_REFERRER_NAME: "android.intent.extra.REFERRER_NAME";
			public static EXTRA_REMOTE_INTENT_TOKEN: "android.intent.extra.remote_intent_token";
			public static EXTRA_REPLACEMENT_EXTRAS: "android.intent.extra.REPLACEMENT_EXTRAS";
			public static EXTRA_REPLACING: "android.intent.extra.REPLACING";
			public static EXTRA_RESTRICTIONS_BUNDLE: "android.intent.extra.restrictions_bundle";
			public static EXTRA_RESTRICTIONS_INTENT: "android.intent.extra.restrictions_intent";
			public static EXTRA_RESTRICTIONS_LIST: "android.intent.extra.restrictions_list";
			/** @since 23 */
			public static EXTRA_RESULT_RECEIVER: "android.intent.extra.RESULT_RECEIVER";
			public static EXTRA_RETURN_RESULT: "android.intent.extra.RETURN_RESULT";
			/** @deprecated Deprecated in API 26 */
			public static EXTRA_SHORTCUT_ICON: "android.intent.extra.shortcut.ICON";
			/** @deprecated Deprecated in API 26 */
			public static EXTRA_SHORTCUT_ICON_RESOURCE: "android.intent.extra.shortcut.ICON_RESOURCE";
			/** @since 29 */
			public static EXTRA_SHORTCUT_ID: "android.intent.extra.shortcut.ID";
			/** @deprecated Deprecated in API 26 */
			public static EXTRA_SHORTCUT_INTENT: "android.intent.extra.shortcut.INTENT";
			/** @deprecated Deprecated in API 26 */
			public static EXTRA_SHORTCUT_NAME: "android.intent.extra.shortcut.NAME";
			public static EXTRA_SHUTDOWN_USERSPACE_ONLY: "android.intent.extra.SHUTDOWN_USERSPACE_ONLY";
			/** @since 27 */
			public static EXTRA_SPLIT_NAME: "android.intent.extra.SPLIT_NAME";
			/** @since 31 */
			public static EXTRA_START_TIME: "android.intent.extra.START_TIME";
			public static EXTRA_STREAM: "android.intent.extra.STREAM";
			public static EXTRA_SUBJECT: "android.intent.extra.SUBJECT";
			/** @since 28 */
			public static EXTRA_SUSPENDED_PACKAGE_EXTRAS: "android.intent.extra.SUSPENDED_PACKAGE_EXTRAS";
			public static EXTRA_TEMPLATE: "android.intent.extra.TEMPLATE";
			public static EXTRA_TEXT: "android.intent.extra.TEXT";
			/** @since 30 */
			public static EXTRA_TIME: "android.intent.extra.TIME";
			/** @since 30 */
			public static EXTRA_TIMEZONE: "time-zone";
			public static EXTRA_TITLE: "android.intent.extra.TITLE";
			public static EXTRA_UID: "android.intent.extra.UID";
			public static EXTRA_USER: "android.intent.extra.USER";
			/** @since 31 */
			public static EXTRA_USER_INITIATED: "android.intent.extra.USER_INITIATED";
			/** @since 34 */
			public static EXTRA_USE_STYLUS_MODE: "android.intent.extra.USE_STYLUS_MODE";
			public static EXTRA_USE_SYSTEM_CONTACTS_PICKER: "android.intent.extra.USE_SYSTEM_CONTACTS_PICKER";
			public static FILL_IN_ACTION: 1;
			public static FILL_IN_CATEGORIES: 4;
			public static FILL_IN_CLIP_DATA: 128;
			public static FILL_IN_COMPONENT: 8;
			public static FILL_IN_DATA: 2;
			/** @since 29 */
			public static FILL_IN_IDENTIFIER: 256;
			public static FILL_IN_PACKAGE: 16;
			public static FILL_IN_SELECTOR: 64;
			public static FILL_IN_SOURCE_BOUNDS: 32;
			public static FLAG_ACTIVITY_BROUGHT_TO_FRONT: 4194304;
			public static FLAG_ACTIVITY_CLEAR_TASK: 32768;
			public static FLAG_ACTIVITY_CLEAR_TOP: 67108864;
			/** @deprecated Deprecated in API 21 */
			public static FLAG_ACTIVITY_CLEAR_WHEN_TASK_RESET: 524288;
			public static FLAG_ACTIVITY_EXCLUDE_FROM_RECENTS: 8388608;
			public static FLAG_ACTIVITY_FORWARD_RESULT: 33554432;
			public static FLAG_ACTIVITY_LAUNCHED_FROM_HISTORY: 1048576;
			/** @since 24 */
			public static FLAG_ACTIVITY_LAUNCH_ADJACENT: 4096;
			/** @since 28 */
			public static FLAG_ACTIVITY_MATCH_EXTERNAL: 2048;
			public static FLAG_ACTIVITY_MULTIPLE_TASK: 134217728;
			public static FLAG_ACTIVITY_NEW_DOCUMENT: 524288;
			public static FLAG_ACTIVITY_NEW_TASK: 268435456;
			public static FLAG_ACTIVITY_NO_ANIMATION: 65536;
			public static FLAG_ACTIVITY_NO_HISTORY: 1073741824;
			public static FLAG_ACTIVITY_NO_USER_ACTION: 262144;
			public static FLAG_ACTIVITY_PREVIOUS_IS_TOP: 16777216;
			public static FLAG_ACTIVITY_REORDER_TO_FRONT: 131072;
			/** @since 30 */
			public static FLAG_ACTIVITY_REQUIRE_DEFAULT: 512;
			/** @since 30 */
			public static FLAG_ACTIVITY_REQUIRE_NON_BROWSER: 1024;
			public static FLAG_ACTIVITY_RESET_TASK_IF_NEEDED: 2097152;
			public static FLAG_ACTIVITY_RETAIN_IN_RECENTS: 8192;
			public static FLAG_ACTIVITY_SINGLE_TOP: 536870912;
			public static FLAG_ACTIVITY_TASK_ON_HOME: 16384;
			public static FLAG_DEBUG_LOG_RESOLUTION: 8;
			/** @since 29 */
			public static FLAG_DIRECT_BOOT_AUTO: 256;
			public static FLAG_EXCLUDE_STOPPED_PACKAGES: 16;
			public static FLAG_FROM_BACKGROUND: 4;
			public static FLAG_GRANT_PERSISTABLE_URI_PERMISSION: 64;
			public static FLAG_GRANT_PREFIX_URI_PERMISSION: 128;
			public static FLAG_GRANT_READ_URI_PERMISSION: 1;
			public static FLAG_GRANT_WRITE_URI_PERMISSION: 2;
			public static FLAG_INCLUDE_STOPPED_PACKAGES: 32;
			public static FLAG_RECEIVER_FOREGROUND: 268435456;
			public static FLAG_RECEIVER_NO_ABORT: 134217728;
			public static FLAG_RECEIVER_REGISTERED_ONLY: 1073741824;
			public static FLAG_RECEIVER_REPLACE_PENDING: 536870912;
			/** @since 26 */
			public static FLAG_RECEIVER_VISIBLE_TO_INSTANT_APPS: 2097152;
			public static METADATA_DOCK_HOME: "android.dock_home";
			/** @since 22 */
			public static URI_ALLOW_UNSAFE: 4;
			/** @since 22 */
			public static URI_ANDROID_APP_SCHEME: 2;
			public static URI_INTENT_SCHEME: 1;
			public constructor();
			public constructor(packageContext: android.content.Context, cls: java.lang.Class<any>);
			public constructor(o: android.content.Intent);
			public constructor(action: string);
			public constructor(action: string, uri: android.net.Uri);
			public constructor(action: string, uri: android.net.Uri, packageContext: android.content.Context, cls: java.lang.Class<any>);
			public addCategory(category: string): android.content.Intent;
			public addFlags(flags: number): android.content.Intent;
			public clone(): any;
			public cloneFilter(): android.content.Intent;
			public static createChooser(target: android.content.Intent, title: string): android.content.Intent;
			/** @since 22 */
			public static createChooser(target: android.content.Intent, title: string, sender: android.content.IntentSender): android.content.Intent;
			public describeContents(): number;
			public fillIn(other: android.content.Intent, flags: number): number;
			public filterEquals(other: android.content.Intent): boolean;
			public filterHashCode(): number;
			public getAction(): string | null;
			public getBooleanArrayExtra(name: string): androidNative.Array<boolean> | null;
			public getBooleanExtra(name: string, defaultValue: boolean): boolean;
			public getBundleExtra(name: string): android.os.Bundle | null;
			public getByteArrayExtra(name: string): androidNative.Array<number> | null;
			public getByteExtra(name: string, defaultValue: number): number;
			public getCategories(): java.util.Set<string>;
			public getCharArrayExtra(name: string): androidNative.Array<string> | null;
			public getCharExtra(name: string, defaultValue: string): string;
			public getCharSequenceArrayExtra(name: string): androidNative.Array<string> | null;
			public getCharSequenceArrayListExtra(name: string): java.util.ArrayList<string> | null;
			public getCharSequenceExtra(name: string): string | null;
			public getClipData(): android.content.ClipData | null;
			public getComponent(): android.content.ComponentName | null;
			public getData(): android.net.Uri | null;
			public getDataString(): string | null;
			public getDoubleArrayExtra(name: string): androidNative.Array<number> | null;
			public getDoubleExtra(name: string, defaultValue: number): number;
			public getExtras(): android.os.Bundle | null;
			public getFlags(): number;
			public getFloatArrayExtra(name: string): androidNative.Array<number> | null;
			public getFloatExtra(name: string, defaultValue: number): number;
			/** @since 29 */
			public getIdentifier(): string | null;
			public getIntArrayExtra(name: string): androidNative.Array<number> | null;
			public getIntExtra(name: string, defaultValue: number): number;
			public getIntegerArrayListExtra(name: string): java.util.ArrayList<java.lang.Integer> | null;
			/** @deprecated Deprecated in API 15 */
			public static getIntent(uri: string): android.content.Intent;
			public static getIntentOld(uri: string): android.content.Intent;
			public getLongArrayExtra(name: string): androidNative.Array<number> | null;
			public getLongExtra(name: string, defaultValue: number): number;
			public getPackage(): string | null;
			/** @deprecated Deprecated in API 33 */
			public getParcelableArrayExtra(name: string): androidNative.Array<android.os.Parcelable> | null;
			/** @since 33 */
			public getParcelableArrayExtra(name: string | null, clazz: java.lang.Class<any>): androidNative.Array<any> | null;
			/** @deprecated Deprecated in API 33 */
			public getParcelableArrayListExtra(name: string): java.util.ArrayList<any> | null;
			/** @since 33 */
			public getParcelableArrayListExtra(name: string | null, clazz: java.lang.Class<any>): java.util.ArrayList<any> | null;
			/** @deprecated Deprecated in API 33 */
			public getParcelableExtra(name: string): android.os.Parcelable | null;
			/** @since 33 */
			public getParcelableExtra(name: string | null, clazz: java.lang.Class<any>): any;
			public getScheme(): string | null;
			public getSelector(): android.content.Intent | null;
			/** @deprecated Deprecated in API 33 */
			public getSerializableExtra(name: string): java.io.Serializable | null;
			/** @since 33 */
			public getSerializableExtra(name: string | null, clazz: java.lang.Class<any>): java.io.Serializable | null;
			public getShortArrayExtra(name: string): androidNative.Array<number> | null;
			public getShortExtra(name: string, defaultValue: number): number;
			public getSourceBounds(): android.graphics.Rect | null;
			public getStringArrayExtra(name: string): androidNative.Array<string> | null;
			public getStringArrayListExtra(name: string): java.util.ArrayList<string> | null;
			public getStringExtra(name: string): string | null;
			public getType(): string | null;
			public hasCategory(category: string): boolean;
			public hasExtra(name: string): boolean;
			public hasFileDescriptors(): boolean;
			/** @since 35 */
			public isMismatchingFilter(): boolean;
			public static makeMainActivity(mainActivity: android.content.ComponentName): android.content.Intent;
			public static makeMainSelectorActivity(selectorAction: string, selectorCategory: string): android.content.Intent;
			public static makeRestartActivityTask(mainActivity: android.content.ComponentName): android.content.Intent;
			public static normalizeMimeType(type: string | null): string | null;
			public static parseIntent(resources: android.content.res.Resources, parser: org.xmlpull.v1.XmlPullParser, attrs: android.util.AttributeSet): android.content.Intent;
			public static parseUri(uri: string, flags: number): android.content.Intent;
			public putCharSequenceArrayListExtra(name: string, value: java.util.ArrayList<string> | null): android.content.Intent;
			public putExtra(name: string, value: android.os.Bundle | null): android.content.Intent;
			public putExtra(name: string, value: android.os.Parcelable | null): android.content.Intent;
			public putExtra(name: string, value: androidNative.Array<android.os.Parcelable> | null): android.content.Intent;
			public putExtra(name: string, value: boolean): android.content.Intent;
			public putExtra(name: string, value: androidNative.Array<boolean> | null): android.content.Intent;
			public putExtra(name: string, value: number): android.content.Intent;
			public putExtra(name: string, value: androidNative.Array<number> | null): android.content.Intent;
			public putExtra(name: string, value: string): android.content.Intent;
			public putExtra(name: string, value: androidNative.Array<string> | null): android.content.Intent;
			public putExtra(name: string, value: java.io.Serializable | null): android.content.Intent;
			public putExtra(name: string, value: string | null): android.content.Intent;
			public putExtras(src: android.content.Intent): android.content.Intent;
			public putExtras(extras: android.os.Bundle): android.content.Intent;
			public putIntegerArrayListExtra(name: string, value: java.util.ArrayList<java.lang.Integer> | null): android.content.Intent;
			public putParcelableArrayListExtra(name: string, value: java.util.ArrayList<any> | null): android.content.Intent;
			public putStringArrayListExtra(name: string, value: java.util.ArrayList<string> | null): android.content.Intent;
			public readFromParcel(in_: android.os.Parcel): void;
			public removeCategory(category: string): void;
			public removeExtra(name: string): void;
			/** @since 26 */
			public removeFlags(flags: number): void;
			/** @since 36 */
			public removeLaunchSecurityProtection(): void;
			public replaceExtras(src: android.content.Intent): android.content.Intent;
			public replaceExtras(extras: android.os.Bundle | null): android.content.Intent;
			public resolveActivity(pm: android.content.pm.PackageManager): android.content.ComponentName;
			public resolveActivityInfo(pm: android.content.pm.PackageManager, flags: number): android.content.pm.ActivityInfo;
			public resolveType(resolver: android.content.ContentResolver): string | null;
			public resolveType(context: android.content.Context): string | null;
			public resolveTypeIfNeeded(resolver: android.content.ContentResolver): string | null;
			public setAction(action: string | null): android.content.Intent;
			public setClass(packageContext: android.content.Context, cls: java.lang.Class<any>): android.content.Intent;
			public setClassName(packageContext: android.content.Context, className: string): android.content.Intent;
			public setClassName(packageName: string, className: string): android.content.Intent;
			public setClipData(clip: android.content.ClipData | null): void;
			public setComponent(component: android.content.ComponentName | null): android.content.Intent;
			public setData(data: android.net.Uri | null): android.content.Intent;
			public setDataAndNormalize(data: android.net.Uri): android.content.Intent;
			public setDataAndType(data: android.net.Uri | null, type: string | null): android.content.Intent;
			public setDataAndTypeAndNormalize(data: android.net.Uri, type: string | null): android.content.Intent;
			public setExtrasClassLoader(loader: java.lang.ClassLoader | null): void;
			public setFlags(flags: number): android.content.Intent;
			/** @since 29 */
			public setIdentifier(identifier: string | null): android.content.Intent;
			public setPackage(packageName: string | null): android.content.Intent;
			public setSelector(selector: android.content.Intent | null): void;
			public setSourceBounds(r: android.graphics.Rect | null): void;
			public setType(type: string | null): android.content.Intent;
			public setTypeAndNormalize(type: string | null): android.content.Intent;
			public toString(): string;
			/** @deprecated Deprecated in API 15 */
			public toURI(): string;
			public toUri(flags: number): string;
			public writeToParcel(out: android.os.Parcel, flags: number): void;
			public writeToParcel(param0: android.os.Parcel, param1: number): void;
		}
		export class SharedPreferences extends java.lang.Object {
			public static class: java.lang.Class<android.content.SharedPreferences>;
			/**
			 * Constructs a new instance of the android.content.SharedPreferences interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
			 */
			public constructor(implementation: {
				contains(param0: string): boolean;
				edit(): android.content.SharedPreferences.Editor;
				getAll(): java.util.Map<string,any>;
				getBoolean(param0: string, param1: boolean): boolean;
				getFloat(param0: string, param1: number): number;
				getInt(param0: string, param1: number): number;
				getLong(param0: string, param1: number): number;
				getString(param0: string, param1: string | null): string | null;
				getStringSet(param0: string, param1: java.util.Set<string> | null): java.util.Set<string> | null;
				registerOnSharedPreferenceChangeListener(param0: android.content.SharedPreferences.OnSharedPreferenceChangeListener): void;
				unregisterOnSharedPreferenceChangeListener(param0: android.content.SharedPreferences.OnSharedPreferenceChangeListener): void;
			});
			public constructor();
			public contains(param0: string): boolean;
			public edit(): android.content.SharedPreferences.Editor;
			public getAll(): java.util.Map<string,any>;
			public getBoolean(param0: string, param1: boolean): boolean;
			public getFloat(param0: string, param1: number): number;
			public getInt(param0: string, param1: number): number;
			public getLong(param0: string, param1: number): number;
			public getString(param0: string, param1: string | null): string | null;
			public getStringSet(param0: string, param1: java.util.Set<string> | null): java.util.Set<string> | null;
			public registerOnSharedPreferenceChangeListener(param0: android.content.SharedPreferences.OnSharedPreferenceChangeListener): void;
			public unregisterOnSharedPreferenceChangeListener(param0: android.content.SharedPreferences.OnSharedPreferenceChangeListener): void;
		}
		export module SharedPreferences {
			export class Editor extends java.lang.Object {
				public static class: java.lang.Class<android.content.SharedPreferences.Editor>;
				/**
				 * Constructs a new instance of the android.content.SharedPreferences$Editor interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
				 */
				public constructor(implementation: {
					apply(): void;
					clear(): android.content.SharedPreferences.Editor;
					commit(): boolean;
					putBoolean(param0: string, param1: boolean): android.content.SharedPreferences.Editor;
					putFloat(param0: string, param1: number): android.content.SharedPreferences.Editor;
					putInt(param0: string, param1: number): android.content.SharedPreferences.Editor;
					putLong(param0: string, param1: number): android.content.SharedPreferences.Editor;
					putString(param0: string, param1: string | null): android.content.SharedPreferences.Editor;
					putStringSet(param0: string, param1: java.util.Set<string> | null): android.content.SharedPreferences.Editor;
					remove(param0: string): android.content.SharedPreferences.Editor;
				});
				public constructor();
				public apply(): void;
				public clear(): android.content.SharedPreferences.Editor;
				public commit(): boolean;
				public putBoolean(param0: string, param1: boolean): android.content.SharedPreferences.Editor;
				public putFloat(param0: string, param1: number): android.content.SharedPreferences.Editor;
				public putInt(param0: string, param1: number): android.content.SharedPreferences.Editor;
				public putLong(param0: string, param1: number): android.content.SharedPreferences.Editor;
				public putString(param0: string, param1: string | null): android.content.SharedPreferences.Editor;
				public putStringSet(param0: string, param1: java.util.Set<string> | null): android.content.SharedPreferences.Editor;
				public remove(param0: string): android.content.SharedPreferences.Editor;
			}
		}
		export module pm {
			export class ComponentInfo extends android.content.pm.PackageItemInfo {
				public static class: java.lang.Class<android.content.pm.ComponentInfo>;
				public applicationInfo: android.content.pm.ApplicationInfo;
				/** @since 31 */
				public attributionTags: androidNative.Array<string>;
				public descriptionRes: number;
				/** @since 24 */
				public directBootAware: boolean;
				public enabled: boolean;
				public exported: boolean;
				public processName: string;
				/** @since 26 */
				public splitName: string;
				public constructor(orig: android.content.pm.PackageItemInfo);
				public constructor(source: android.os.Parcel);
				public constructor();
				public constructor(orig: android.content.pm.ComponentInfo);
				public dumpBack(pw: android.util.Printer, prefix: string): void;
				public dumpFront(pw: android.util.Printer, prefix: string): void;
				public getBannerResource(): number;
				public getIconResource(): number;
				public getLogoResource(): number;
				public isEnabled(): boolean;
				public writeToParcel(dest: android.os.Parcel, parcelableFlags: number): void;
				public loadLabel(pm: android.content.pm.PackageManager): string;
			}
			export class PackageItemInfo extends java.lang.Object {
				public static class: java.lang.Class<android.content.pm.PackageItemInfo>;
				public banner: number;
				public icon: number;
				/** @since 35 */
				public isArchived: boolean;
				public labelRes: number;
				public logo: number;
				public metaData: android.os.Bundle;
				public name: string;
				public nonLocalizedLabel: string;
				public packageName: string;
				public constructor();
				public constructor(orig: android.content.pm.PackageItemInfo);
				public constructor(source: android.os.Parcel);
				public dumpBack(pw: android.util.Printer, prefix: string): void;
				public dumpFront(pw: android.util.Printer, prefix: string): void;
				public loadBanner(pm: android.content.pm.PackageManager): android.graphics.drawable.Drawable;
				public loadIcon(pm: android.content.pm.PackageManager): android.graphics.drawable.Drawable;
				public loadLabel(pm: android.content.pm.PackageManager): string;
				public loadLogo(pm: android.content.pm.PackageManager): android.graphics.drawable.Drawable;
				/** @since 22 */
				public loadUnbadgedIcon(pm: android.content.pm.PackageManager): android.graphics.drawable.Drawable;
				public loadXmlMetaData(pm: android.content.pm.PackageManager, name: string): android.content.res.XmlResourceParser;
				public writeToParcel(dest: android.os.Parcel, parcelableFlags: number): void;
			}
			export abstract class PackageManager extends java.lang.Object {
				public static class: java.lang.Class<android.content.pm.PackageManager>;
				/** @since 28 */
				public static CERT_INPUT_RAW_X509: 0;
				/** @since 28 */
				public static CERT_INPUT_SHA256: 1;
				public static COMPONENT_ENABLED_STATE_DEFAULT: 0;
				public static COMPONENT_ENABLED_STATE_DISABLED: 2;
				public static COMPONENT_ENABLED_STATE_DISABLED_UNTIL_USED: 4;
				public static COMPONENT_ENABLED_STATE_DISABLED_USER: 3;
				public static COMPONENT_ENABLED_STATE_ENABLED: 1;
				/** @since 35 */
				public static DELETE_ARCHIVE: 16;
				public static DONT_KILL_APP: 1;
				public static EXTRA_VERIFICATION_ID: "android.content.pm.extra.VERIFICATION_ID";
				public static EXTRA_VERIFICATION_RESULT: "android.content.pm.extra.VERIFICATION_RESULT";
				/** @since 26 */
				public static FEATURE_ACTIVITIES_ON_SECONDARY_DISPLAYS: "android.software.activities_on_secondary_displays";
				public static FEATURE_APP_WIDGETS: "android.software.app_widgets";
				public static FEATURE_AUDIO_LOW_LATENCY: "android.hardware.audio.low_latency";
				public static FEATURE_AUDIO_OUTPUT: "android.hardware.audio.output";
				/** @since 23 */
				public static FEATURE_AUDIO_PRO: "android.hardware.audio.pro";
				/** @since 36 */
				public static FEATURE_AUDIO_SPATIAL_HEADTRACKING_LOW_LATENCY: "android.hardware.audio.spatial.headtracking.low_latency";
				/** @since 26 */
				public static FEATURE_AUTOFILL: "android.software.autofill";
				/** @since 23 */
				public static FEATURE_AUTOMOTIVE: "android.hardware.type.automotive";
				public static FEATURE_BACKUP: "android.software.backup";
				public static FEATURE_BLUETOOTH: "android.hardware.bluetooth";
				public static FEATURE_BLUETOOTH_LE: "android.hardware.bluetooth_le";
				/** @since 36 */
				public static FEATURE_BLUETOOTH_LE_CHANNEL_SOUNDING: "android.hardware.bluetooth_le.channel_sounding";
				public static FEATURE_CAMERA: "android.hardware.camera";
				public static FEATURE_CAMERA_ANY: "android.hardware.camera.any";
				/** @since 28 */
				public static FEATURE_CAMERA_AR: "android.hardware.camera.ar";
				public static FEATURE_CAMERA_AUTOFOCUS: "android.hardware.camera.autofocus";
				public static FEATURE_CAMERA_CAPABILITY_MANUAL_POST_PROCESSING: "android.hardware.camera.capability.manual_post_processing";
				public static FEATURE_CAMERA_CAPABILITY_MANUAL_SENSOR: "android.hardware.camera.capability.manual_sensor";
				public static FEATURE_CAMERA_CAPABILITY_RAW: "android.hardware.camera.capability.raw";
				/** @since 30 */
				public static FEATURE_CAMERA_CONCURRENT: "android.hardware.camera.concurrent";
				public static FEATURE_CAMERA_EXTERNAL: "android.hardware.camera.external";
				public static FEATURE_CAMERA_FLASH: "android.hardware.camera.flash";
				public static FEATURE_CAMERA_FRONT: "android.hardware.camera.front";
				public static FEATURE_CAMERA_LEVEL_FULL: "android.hardware.camera.level.full";
				/** @since 28 */
				public static FEATURE_CANT_SAVE_STATE: "android.software.cant_save_state";
				/** @since 26 */
				public static FEATURE_COMPANION_DEVICE_SETUP: "android.software.companion_device_setup";
				/** @deprecated Deprecated in API 33 */
				public static FEATURE_CONNECTION_SERVICE: "android.software.connectionservice";
				public static FEATURE_CONSUMER_IR: "android.hardware.consumerir";
				/** @since 30 */
				public static FEATURE_CONTROLS: "android.software.controls";
				/** @since 34 */
				public static FEATURE_CREDENTIALS: "android.software.credentials";
				public static FEATURE_DEVICE_ADMIN: "android.software.device_admin";
				public static FEATURE_DEVICE_ID_ATTESTATION: "android.software.device_id_attestation";
				/** @since 34 */
				public static FEATURE_DEVICE_LOCK: "android.software.device_lock";
				/** @since 26 */
				public static FEATURE_EMBEDDED: "android.hardware.type.embedded";
				/** @since 24 */
				public static FEATURE_ETHERNET: "android.hardware.ethernet";
				/** @since 33 */
				public static FEATURE_EXPANDED_PICTURE_IN_PICTURE: "android.software.expanded_picture_in_picture";
				/** @since 29 */
				public static FEATURE_FACE: "android.hardware.biometrics.face";
				public static FEATURE_FAKETOUCH: "android.hardware.faketouch";
				public static FEATURE_FAKETOUCH_MULTITOUCH_DISTINCT: "android.hardware.faketouch.multitouch.distinct";
				public static FEATURE_FAKETOUCH_MULTITOUCH_JAZZHAND: "android.hardware.faketouch.multitouch.jazzhand";
				/** @since 23 */
				public static FEATURE_FINGERPRINT: "android.hardware.fingerprint";
				/** @since 24 */
				public static FEATURE_FREEFORM_WINDOW_MANAGEMENT: "android.software.freeform_window_management";
				public static FEATURE_GAMEPAD: "android.hardware.gamepad";
				/** @since 31 */
				public static FEATURE_HARDWARE_KEYSTORE: "android.hardware.hardware_keystore";
				/** @since 23 */
				public static FEATURE_HIFI_SENSORS: "android.hardware.sensor.hifi_sensors";
				public static FEATURE_HOME_SCREEN: "android.software.home_screen";
				/** @since 31 */
				public static FEATURE_IDENTITY_CREDENTIAL_HARDWARE: "android.hardware.identity_credential";
				/** @since 31 */
				public static FEATURE_IDENTITY_CREDENTIAL_HARDWARE_DIRECT_ACCESS: "android.hardware.identity_credential_direct_access";
				public static FEATURE_INPUT_METHODS: "android.software.input_methods";
				/** @since 29 */
				public static FEATURE_IPSEC_TUNNELS: "android.software.ipsec_tunnels";
				/** @since 34 */
				public static FEATURE_IPSEC_TUNNEL_MIGRATION: "android.software.ipsec_tunnel_migration";
				/** @since 29 */
				public static FEATURE_IRIS: "android.hardware.biometrics.iris";
				/** @since 31 */
				public static FEATURE_KEYSTORE_APP_ATTEST_KEY: "android.hardware.keystore.app_attest_key";
				/** @since 31 */
				public static FEATURE_KEYSTORE_LIMITED_USE_KEY: "android.hardware.keystore.limited_use_key";
				/** @since 31 */
				public static FEATURE_KEYSTORE_SINGLE_USE_KEY: "android.hardware.keystore.single_use_key";
				public static FEATURE_LEANBACK: "android.software.leanback";
				/** @since 26 */
				public static FEATURE_LEANBACK_ONLY: "android.software.leanback_only";
				public static FEATURE_LIVE_TV: "android.software.live_tv";
				public static FEATURE_LIVE_WALLPAPER: "android.software.live_wallpaper";
				public static FEATURE_LOCATION: "android.hardware.location";
				public static FEATURE_LOCATION_GPS: "android.hardware.location.gps";
				public static FEATURE_LOCATION_NETWORK: "android.hardware.location.network";
				public static FEATURE_MANAGED_USERS: "android.software.managed_users";
				public static FEATURE_MICROPHONE: "android.hardware.microphone";
				/** @since 23 */
				public static FEATURE_MIDI: "android.software.midi";
				public static FEATURE_NEURAL_PROCESSING_UNIT: "android.hardware.npu";
				public static FEATURE_NFC: "android.hardware.nfc";
				/** @since 29 */
				public static FEATURE_NFC_BEAM: "android.sofware.nfc.beam";
				public static FEATURE_NFC_HOST_CARD_EMULATION: "android.hardware.nfc.hce";
				/** @since 24 */
				public static FEATURE_NFC_HOST_CARD_EMULATION_NFCF: "android.hardware.nfc.hcef";
				/** @since 29 */
				public static FEATURE_NFC_OFF_HOST_CARD_EMULATION_ESE: "android.hardware.nfc.ese";
				/** @since 29 */
				public static FEATURE_NFC_OFF_HOST_CARD_EMULATION_UICC: "android.hardware.nfc.uicc";
				/** @since 31 */
				public static FEATURE_OPENGLES_DEQP_LEVEL: "android.software.opengles.deqp.level";
				public static FEATURE_OPENGLES_EXTENSION_PACK: "android.hardware.opengles.aep";
				/** @since 27 */
				public static FEATURE_PC: "android.hardware.type.pc";
				/** @since 24 */
				public static FEATURE_PICTURE_IN_PICTURE: "android.software.picture_in_picture";
				public static FEATURE_PRINTING: "android.software.print";
				/** @since 27 */
				public static FEATURE_RAM_LOW: "android.hardware.ram.low";
				/** @since 27 */
				public static FEATURE_RAM_NORMAL: "android.hardware.ram.normal";
				public static FEATURE_SCREEN_LANDSCAPE: "android.hardware.screen.landscape";
				public static FEATURE_SCREEN_PORTRAIT: "android.hardware.screen.portrait";
				public static FEATURE_SECURELY_REMOVES_USERS: "android.software.securely_removes_users";
				/** @since 29 */
				public static FEATURE_SECURE_LOCK_SCREEN: "android.software.secure_lock_screen";
				/** @since 31 */
				public static FEATURE_SECURITY_MODEL_COMPATIBLE: "android.hardware.security.model.compatible";
				public static FEATURE_SENSOR_ACCELEROMETER: "android.hardware.sensor.accelerometer";
				/** @since 33 */
				public static FEATURE_SENSOR_ACCELEROMETER_LIMITED_AXES: "android.hardware.sensor.accelerometer_limited_axes";
				/** @since 33 */
				public static FEATURE_SENSOR_ACCELEROMETER_LIMITED_AXES_UNCALIBRATED: "android.hardware.sensor.accelerometer_limited_axes_uncalibrated";
				public static FEATURE_SENSOR_AMBIENT_TEMPERATURE: "android.hardware.sensor.ambient_temperature";
				public static FEATURE_SENSOR_BAROMETER: "android.hardware.sensor.barometer";
				public static FEATURE_SENSOR_COMPASS: "android.hardware.sensor.compass";
				/** @since 33 */
				public static FEATURE_SENSOR_DYNAMIC_HEAD_TRACKER: "android.hardware.sensor.dynamic.head_tracker";
				public static FEATURE_SENSOR_GYROSCOPE: "android.hardware.sensor.gyroscope";
				/** @since 33 */
				public static FEATURE_SENSOR_GYROSCOPE_LIMITED_AXES: "android.hardware.sensor.gyroscope_limited_axes";
				/** @since 33 */
				public static FEATURE_SENSOR_GYROSCOPE_LIMITED_AXES_UNCALIBRATED: "android.hardware.sensor.gyroscope_limited_axes_uncalibrated";
				/** @since 33 */
				public static FEATURE_SENSOR_HEADING: "android.hardware.sensor.heading";
				public static FEATURE_SENSOR_HEART_RATE: "android.hardware.sensor.heartrate";
				public static FEATURE_SENSOR_HEART_RATE_ECG: "android.hardware.sensor.heartrate.ecg";
				/** @since 30 */
				public static FEATURE_SENSOR_HINGE_ANGLE: "android.hardware.sensor.hinge_angle";
				public static FEATURE_SENSOR_LIGHT: "android.hardware.sensor.light";
				public static FEATURE_SENSOR_PROXIMITY: "android.hardware.sensor.proximity";
				public static FEATURE_SENSOR_RELATIVE_HUMIDITY: "android.hardware.sensor.relative_humidity";
				public static FEATURE_SENSOR_STEP_COUNTER: "android.hardware.sensor.stepcounter";
				public static FEATURE_SENSOR_STEP_DETECTOR: "android.hardware.sensor.stepdetector";
				/** @since 30 */
				public static FEATURE_SE_OMAPI_ESE: "android.hardware.se.omapi.ese";
				/** @since 30 */
				public static FEATURE_SE_OMAPI_SD: "android.hardware.se.omapi.sd";
				/** @since 30 */
				public static FEATURE_SE_OMAPI_UICC: "android.hardware.se.omapi.uicc";
				public static FEATURE_SIP: "android.software.sip";
				public static FEATURE_SIP_VOIP: "android.software.sip.voip";
				/** @since 28 */
				public static FEATURE_STRONGBOX_KEYSTORE: "android.hardware.strongbox_keystore";
				/** @since 33 */
				public static FEATURE_TELECOM: "android.software.telecom";
				public static FEATURE_TELEPHONY: "android.hardware.telephony";
				/** @since 33 */
				public static FEATURE_TELEPHONY_CALLING: "android.hardware.telephony.calling";
				public static FEATURE_TELEPHONY_CDMA: "android.hardware.telephony.cdma";
				/** @since 33 */
				public static FEATURE_TELEPHONY_DATA: "android.hardware.telephony.data";
				/** @since 28 */
				public static FEATURE_TELEPHONY_EUICC: "android.hardware.telephony.euicc";
				/** @since 33 */
				public static FEATURE_TELEPHONY_EUICC_MEP: "android.hardware.telephony.euicc.mep";
				public static FEATURE_TELEPHONY_GSM: "android.hardware.telephony.gsm";
				/** @since 29 */
				public static FEATURE_TELEPHONY_IMS: "android.hardware.telephony.ims";
				/** @since 28 */
				public static FEATURE_TELEPHONY_MBMS: "android.hardware.telephony.mbms";
				/** @since 33 */
				public static FEATURE_TELEPHONY_MESSAGING: "android.hardware.telephony.messaging";
				/** @since 33 */
				public static FEATURE_TELEPHONY_RADIO_ACCESS: "android.hardware.telephony.radio.access";
				/** @since 33 */
				public static FEATURE_TELEPHONY_SUBSCRIPTION: "android.hardware.telephony.subscription";
				/** @deprecated Deprecated in API 21 */
				public static FEATURE_TELEVISION: "android.hardware.type.television";
				/** @since 36 */
				public static FEATURE_THREAD_NETWORK: "android.hardware.thread_network";
				public static FEATURE_TOUCHSCREEN: "android.hardware.touchscreen";
				public static FEATURE_TOUCHSCREEN_MULTITOUCH: "android.hardware.touchscreen.multitouch";
				public static FEATURE_TOUCHSCREEN_MULTITOUCH_DISTINCT: "android.hardware.touchscreen.multitouch.distinct";
				public static FEATURE_TOUCHSCREEN_MULTITOUCH_JAZZHAND: "android.hardware.touchscreen.multitouch.jazzhand";
				public static FEATURE_USB_ACCESSORY: "android.hardware.usb.accessory";
				public static FEATURE_USB_HOST: "android.hardware.usb.host";
				/** @since 34 */
				public static FEATURE_UWB: "android.hardware.uwb";
				public static FEATURE_VERIFIED_BOOT: "android.software.verified_boot";
				/** @since 26 */
				public static FEATURE_VR_HEADTRACKING: "android.hardware.vr.headtracking";
				/** @since 24
				 *  @deprecated Deprecated in API 28 */
				public static FEATURE_VR_MODE: "android.software.vr.mode";
				/** @since 24 */
				public static FEATURE_VR_MODE_HIGH_PERFORMANCE: "android.hardware.vr.high_performance";
				/** @since 30 */
				public static FEATURE_VULKAN_DEQP_LEVEL: "android.software.vulkan.deqp.level";
				/** @since 26 */
				public static FEATURE_VULKAN_HARDWARE_COMPUTE: "android.hardware.vulkan.compute";
				/** @since 24 */
				public static FEATURE_VULKAN_HARDWARE_LEVEL: "android.hardware.vulkan.level";
				/** @since 24 */
				public static FEATURE_VULKAN_HARDWARE_VERSION: "android.hardware.vulkan.version";
				/** @since 34 */
				public static FEATURE_WALLET_LOCATION_BASED_SUGGESTIONS: "android.software.wallet_location_based_suggestions";
				public static FEATURE_WATCH: "android.hardware.type.watch";
				public static FEATURE_WEBVIEW: "android.software.webview";
				public static FEATURE_WIFI: "android.hardware.wifi";
				/** @since 26 */
				public static FEATURE_WIFI_AWARE: "android.hardware.wifi.aware";
				public static FEATURE_WIFI_DIRECT: "android.hardware.wifi.direct";
				/** @since 27 */
				public static FEATURE_WIFI_PASSPOINT: "android.hardware.wifi.passpoint";
				/** @since 28 */
				public static FEATURE_WIFI_RTT: "android.hardware.wifi.rtt";
				/** @since 33 */
				public static FEATURE_WINDOW_MAGNIFICATION: "android.software.window_magnification";
				/** @since 29 */
				public static FLAG_PERMISSION_WHITELIST_INSTALLER: 2;
				/** @since 29 */
				public static FLAG_PERMISSION_WHITELIST_SYSTEM: 1;
				/** @since 29 */
				public static FLAG_PERMISSION_WHITELIST_UPGRADE: 4;
				public static GET_ACTIVITIES: 1;
				/** @since 31
				 *  @deprecated Deprecated in API 34 */
				public static GET_ATTRIBUTIONS: -2147483648;
				/** @since 34 */
				public static GET_ATTRIBUTIONS_LONG: 2147483648;
				public static GET_CONFIGURATIONS: 16384;
				/** @deprecated Deprecated in API 24 */
				public static GET_DISABLED_COMPONENTS: 512;
				/** @deprecated Deprecated in API 24 */
				public static GET_DISABLED_UNTIL_USED_COMPONENTS: 32768;
				public static GET_GIDS: 256;
				public static GET_INSTRUMENTATION: 16;
				/** @deprecated Deprecated in API 31 */
				public static GET_INTENT_FILTERS: 32;
				public static GET_META_DATA: 128;
				public static GET_PERMISSIONS: 4096;
				public static GET_PROVIDERS: 8;
				public static GET_RECEIVERS: 2;
				public static GET_RESOLVED_FILTER: 64;
				public static GET_SERVICES: 4;
				public static GET_SHARED_LIBRARY_FILES: 1024;
				/** @deprecated Deprecated in API 28 */
				public static GET_SIGNATURES: 64;
				/** @since 28 */
				public static GET_SIGNING_CERTIFICATES: 134217728;
				/** @deprecated Deprecated in API 24 */
				public static GET_UNINSTALLED_PACKAGES: 8192;
				public static GET_URI_PERMISSION_PATTERNS: 2048;
				/** @since 26 */
				public static INSTALL_REASON_DEVICE_RESTORE: 2;
				/** @since 26 */
				public static INSTALL_REASON_DEVICE_SETUP: 3;
				/** @since 26 */
				public static INSTALL_REASON_POLICY: 1;
				/** @since 26 */
				public static INSTALL_REASON_UNKNOWN: 0;
				/** @since 26 */
				public static INSTALL_REASON_USER: 4;
				/** @since 31 */
				public static INSTALL_SCENARIO_BULK: 2;
				/** @since 31 */
				public static INSTALL_SCENARIO_BULK_SECONDARY: 3;
				/** @since 31 */
				public static INSTALL_SCENARIO_DEFAULT: 0;
				/** @since 31 */
				public static INSTALL_SCENARIO_FAST: 1;
				/** @since 23 */
				public static MATCH_ALL: 131072;
				/** @since 29 */
				public static MATCH_APEX: 1073741824;
				/** @since 35 */
				public static MATCH_ARCHIVED_PACKAGES: 4294967296;
				public static MATCH_DEFAULT_ONLY: 65536;
				/** @since 29 */
				public static MATCH_DIRECT_BOOT_AUTO: 268435456;
				/** @since 24 */
				public static MATCH_DIRECT_BOOT_AWARE: 524288;
				/** @since 24 */
				public static MATCH_DIRECT_BOOT_UNAWARE: 262144;
				/** @since 24 */
				public static MATCH_DISABLED_COMPONENTS: 512;
				/** @since 24 */
				public static MATCH_DISABLED_UNTIL_USED_COMPONENTS: 32768;
				/** @since 24 */
				public static MATCH_SYSTEM_ONLY: 1048576;
				/** @since 24 */
				public static MATCH_UNINSTALLED_PACKAGES: 8192;
				public static MAXIMUM_VERIFICATION_TIMEOUT: 3600000;
				public static PERMISSION_DENIED: -1;
				public static PERMISSION_GRANTED: 0;
				/** @since 34 */
				public static PROPERTY_COMPAT_OVERRIDE_LANDSCAPE_TO_PORTRAIT: "android.camera.PROPERTY_COMPAT_OVERRIDE_LANDSCAPE_TO_PORTRAIT";
				/** @since 31 */
				public static PROPERTY_MEDIA_CAPABILITIES: "android.media.PROPERTY_MEDIA_CAPABILITIES";
				public static PROPERTY_NATIVE_SERVICE_FUNCTION_NAME: "android.app.PROPERTY_NATIVE_SERVICE_FUNCTION_NAME";
				public static PROPERTY_NATIVE_SERVICE_LIBRARY_NAME: "android.app.PROPERTY_NATIVE_SERVICE_LIBRARY_NAME";
				/** @since 34 */
				public static PROPERTY_SELF_CERTIFIED_NETWORK_CAPABILITIES: "android.net.PROPERTY_SELF_CERTIFIED_NETWORK_CAPABILITIES";
				/** @since 34 */
				public static PROPERTY_SPECIAL_USE_FGS_SUBTYPE: "android.app.PROPERTY_SPECIAL_USE_FGS_SUBTYPE";
				/** @since 36 */
				public static PROPERTY_USE_RESTRICTED_BACKUP_MODE: "android.app.backup.PROPERTY_USE_RESTRICTED_BACKUP_MODE";
				public static SIGNATURE_FIRST_NOT_SIGNED: -1;
				public static SIGNATURE_MATCH: 0;
				public static SIGNATURE_NEITHER_SIGNED: 1;
				public static SIGNATURE_NO_MATCH: -3;
				public static SIGNATURE_SECOND_NOT_SIGNED: -2;
				public static SIGNATURE_UNKNOWN_PACKAGE: -4;
				/** @since 30 */
				public static SYNCHRONOUS: 2;
				/** @since 31 */
				public static TRUST_ALL: java.util.List<java.security.cert.Certificate>;
				/** @since 31 */
				public static TRUST_NONE: java.util.List<java.security.cert.Certificate>;
				public static VERIFICATION_ALLOW: 1;
				public static VERIFICATION_REJECT: -1;
				/** @since 26 */
				public static VERSION_CODE_HIGHEST: -1;
				/** @deprecated Deprecated in API 31 */
				public constructor();
				/** @deprecated Deprecated in API 15 */
				public addPackageToPreferred(param0: string): void;
				public addPermission(param0: android.content.pm.PermissionInfo): boolean;
				public addPermissionAsync(param0: android.content.pm.PermissionInfo): boolean;
				/** @deprecated Deprecated in API 15 */
				public addPreferredActivity(param0: android.content.IntentFilter, param1: number, param2: androidNative.Array<android.content.ComponentName> | null, param3: android.content.ComponentName): void;
				/** @since 29 */
				public addWhitelistedRestrictedPermission(packageName: string, permName: string, whitelistFlags: number): boolean;
				/** @since 33 */
				public canPackageQuery(sourcePackageName: string, targetPackageName: string): boolean;
				/** @since 34 */
				public canPackageQuery(sourcePackageName: string, targetPackageNames: androidNative.Array<string>): androidNative.Array<boolean>;
				/** @since 26 */
				public canRequestPackageInstalls(): boolean;
				public canonicalToCurrentPackageNames(param0: androidNative.Array<string>): androidNative.Array<string>;
				public checkPermission(param0: string, param1: string): number;
				public checkSignatures(param0: number, param1: number): number;
				public checkSignatures(param0: string, param1: string): number;
				/** @since 26 */
				public clearInstantAppCookie(): void;
				/** @deprecated Deprecated in API 29 */
				public clearPackagePreferredActivities(param0: string): void;
				public currentToCanonicalPackageNames(param0: androidNative.Array<string>): androidNative.Array<string>;
				public extendVerificationTimeout(param0: number, param1: number, param2: number): void;
				public getActivityBanner(param0: android.content.ComponentName): android.graphics.drawable.Drawable | null;
				public getActivityBanner(param0: android.content.Intent): android.graphics.drawable.Drawable | null;
				public getActivityIcon(param0: android.content.ComponentName): android.graphics.drawable.Drawable;
				public getActivityIcon(param0: android.content.Intent): android.graphics.drawable.Drawable;
				/** @since 33 */
				public getActivityInfo(component: android.content.ComponentName, flags: android.content.pm.PackageManager.ComponentInfoFlags): android.content.pm.ActivityInfo;
				public getActivityInfo(param0: android.content.ComponentName, param1: number): android.content.pm.ActivityInfo;
				public getActivityLogo(param0: android.content.ComponentName): android.graphics.drawable.Drawable | null;
				public getActivityLogo(param0: android.content.Intent): android.graphics.drawable.Drawable | null;
				public getAllPermissionGroups(param0: number): java.util.List<android.content.pm.PermissionGroupInfo>;
				public getAppUidForPrivateComputeCoreUid(pccUid: number): number;
				public getApplicationBanner(param0: android.content.pm.ApplicationInfo): android.graphics.drawable.Drawable | null;
				public getApplicationBanner(param0: string): android.graphics.drawable.Drawable | null;
				public getApplicationEnabledSetting(param0: string): number;
				public getApplicationIcon(param0: android.content.pm.ApplicationInfo): android.graphics.drawable.Drawable;
				public getApplicationIcon(param0: string): android.graphics.drawable.Drawable;
				/** @since 33 */
				public getApplicationInfo(packageName: string, flags: android.content.pm.PackageManager.ApplicationInfoFlags): android.content.pm.ApplicationInfo;
				public getApplicationInfo(param0: string, param1: number): android.content.pm.ApplicationInfo;
				public getApplicationLabel(param0: android.content.pm.ApplicationInfo): string;
				public getApplicationLogo(param0: android.content.pm.ApplicationInfo): android.graphics.drawable.Drawable | null;
				public getApplicationLogo(param0: string): android.graphics.drawable.Drawable | null;
				/** @since 35 */
				public getArchivedPackage(packageName: string): android.content.pm.ArchivedPackageInfo | null;
				/** @since 30 */
				public getBackgroundPermissionOptionLabel(): string;
				/** @since 26 */
				public getChangedPackages(param0: number): android.content.pm.ChangedPackages | null;
				public getComponentEnabledSetting(param0: android.content.ComponentName): number;
				public getDefaultActivityIcon(): android.graphics.drawable.Drawable;
				public getDrawable(param0: string, param1: number, param2: android.content.pm.ApplicationInfo | null): android.graphics.drawable.Drawable | null;
				/** @since 31 */
				public getGroupOfPlatformPermission(permissionName: string, executor: java.util.concurrent.Executor, callback: any /* any*/): void;
				/** @since 30 */
				public getInstallSourceInfo(packageName: string): android.content.pm.InstallSourceInfo;
				/** @since 33 */
				public getInstalledApplications(flags: android.content.pm.PackageManager.ApplicationInfoFlags): java.util.List<android.content.pm.ApplicationInfo>;
				public getInstalledApplications(param0: number): java.util.List<android.content.pm.ApplicationInfo>;
				/** @since 29 */
				public getInstalledModules(flags: number): java.util.List<android.content.pm.ModuleInfo>;
				/** @since 33 */
				public getInstalledPackages(flags: android.content.pm.PackageManager.PackageInfoFlags): java.util.List<android.content.pm.PackageInfo>;
				public getInstalledPackages(param0: number): java.util.List<android.content.pm.PackageInfo>;
				/** @deprecated Deprecated in API 30 */
				public getInstallerPackageName(param0: string): string | null;
				/** @since 26 */
				public getInstantAppCookie(): androidNative.Array<number>;
				/** @since 26 */
				public getInstantAppCookieMaxBytes(): number;
				public getInstrumentationInfo(param0: android.content.ComponentName, param1: number): android.content.pm.InstrumentationInfo;
				public getLaunchIntentForPackage(param0: string): android.content.Intent | null;
				/** @since 33 */
				public getLaunchIntentSenderForPackage(packageName: string): android.content.IntentSender;
				public getLeanbackLaunchIntentForPackage(param0: string): android.content.Intent | null;
				/** @since 30 */
				public getMimeGroup(mimeGroup: string): java.util.Set<string>;
				/** @since 29 */
				public getModuleInfo(packageName: string, flags: number): android.content.pm.ModuleInfo;
				public getNameForUid(param0: number): string | null;
				/** @since 33 */
				public getPackageArchiveInfo(archiveFilePath: string, flags: android.content.pm.PackageManager.PackageInfoFlags): android.content.pm.PackageInfo | null;
				public getPackageArchiveInfo(archiveFilePath: string, flags: number): android.content.pm.PackageInfo | null;
				public getPackageGids(param0: string): androidNative.Array<number>;
				/** @since 33 */
				public getPackageGids(packageName: string, flags: android.content.pm.PackageManager.PackageInfoFlags): androidNative.Array<number> | null;
				/** @since 24 */
				public getPackageGids(param0: string, param1: number): androidNative.Array<number>;
				/** @since 33 */
				public getPackageInfo(versionedPackage: android.content.pm.VersionedPackage, flags: android.content.pm.PackageManager.PackageInfoFlags): android.content.pm.PackageInfo;
				/** @since 26 */
				public getPackageInfo(param0: android.content.pm.VersionedPackage, param1: number): android.content.pm.PackageInfo;
				/** @since 33 */
				public getPackageInfo(packageName: string, flags: android.content.pm.PackageManager.PackageInfoFlags): android.content.pm.PackageInfo;
				public getPackageInfo(param0: string, param1: number): android.content.pm.PackageInfo;
				public getPackageInstaller(): android.content.pm.PackageInstaller;
				/** @since 33 */
				public getPackageUid(packageName: string, flags: android.content.pm.PackageManager.PackageInfoFlags): number;
				/** @since 24 */
				public getPackageUid(param0: string, param1: number): number;
				public getPackagesForUid(param0: number): androidNative.Array<string> | null;
				/** @since 33 */
				public getPackagesHoldingPermissions(permissions: androidNative.Array<string>, flags: android.content.pm.PackageManager.PackageInfoFlags): java.util.List<android.content.pm.PackageInfo>;
				public getPackagesHoldingPermissions(param0: androidNative.Array<string>, param1: number): java.util.List<android.content.pm.PackageInfo>;
				public getPermissionGroupInfo(param0: string, param1: number): android.content.pm.PermissionGroupInfo;
				public getPermissionInfo(param0: string, param1: number): android.content.pm.PermissionInfo;
				/** @since 31 */
				public getPlatformPermissionsForGroup(permissionGroupName: string, executor: java.util.concurrent.Executor, callback: any /* any*/): void;
				/** @deprecated Deprecated in API 29 */
				public getPreferredActivities(param0: java.util.List<android.content.IntentFilter>, param1: java.util.List<android.content.ComponentName>, param2: string | null): number;
				/** @deprecated Deprecated in API 29 */
				public getPreferredPackages(param0: number): java.util.List<android.content.pm.PackageInfo>;
				/** @since 31 */
				public getProperty(propertyName: string, component: android.content.ComponentName): android.content.pm.PackageManager.Property;
				/** @since 31 */
				public getProperty(propertyName: string, packageName: string): android.content.pm.PackageManager.Property;
				/** @since 33 */
				public getProviderInfo(component: android.content.ComponentName, flags: android.content.pm.PackageManager.ComponentInfoFlags): android.content.pm.ProviderInfo;
				public getProviderInfo(param0: android.content.ComponentName, param1: number): android.content.pm.ProviderInfo;
				/** @since 33 */
				public getReceiverInfo(component: android.content.ComponentName, flags: android.content.pm.PackageManager.ComponentInfoFlags): android.content.pm.ActivityInfo;
				public getReceiverInfo(param0: android.content.ComponentName, param1: number): android.content.pm.ActivityInfo;
				public getResourcesForActivity(param0: android.content.ComponentName): android.content.res.Resources;
				public getResourcesForApplication(param0: android.content.pm.ApplicationInfo): android.content.res.Resources;
				/** @since 31 */
				public getResourcesForApplication(app: android.content.pm.ApplicationInfo, configuration: android.content.res.Configuration | null): android.content.res.Resources;
				public getResourcesForApplication(param0: string): android.content.res.Resources;
				/** @since 33 */
				public getServiceInfo(component: android.content.ComponentName, flags: android.content.pm.PackageManager.ComponentInfoFlags): android.content.pm.ServiceInfo;
				public getServiceInfo(param0: android.content.ComponentName, param1: number): android.content.pm.ServiceInfo;
				/** @since 33 */
				public getSharedLibraries(flags: android.content.pm.PackageManager.PackageInfoFlags): java.util.List<android.content.pm.SharedLibraryInfo>;
				/** @since 26 */
				public getSharedLibraries(param0: number): java.util.List<android.content.pm.SharedLibraryInfo>;
				/** @since 28 */
				public getSuspendedPackageAppExtras(): android.os.Bundle | null;
				/** @since 29 */
				public getSyntheticAppDetailsActivityEnabled(packageName: string): boolean;
				public getSystemAvailableFeatures(): androidNative.Array<android.content.pm.FeatureInfo>;
				public getSystemSharedLibraryNames(): androidNative.Array<string> | null;
				/** @since 31 */
				public getTargetSdkVersion(packageName: string): number;
				public getText(param0: string, param1: number, param2: android.content.pm.ApplicationInfo | null): string | null;
				public getUserBadgedDrawableForDensity(param0: android.graphics.drawable.Drawable, param1: android.os.UserHandle, param2: android.graphics.Rect | null, param3: number): android.graphics.drawable.Drawable;
				public getUserBadgedIcon(param0: android.graphics.drawable.Drawable, param1: android.os.UserHandle): android.graphics.drawable.Drawable;
				public getUserBadgedLabel(param0: string, param1: android.os.UserHandle): string;
				/** @since 36 */
				public static getVerifiedSigningInfo(path: string, minAppSigningSchemeVersion: number): android.content.pm.SigningInfo;
				/** @since 29 */
				public getWhitelistedRestrictedPermissions(packageName: string, whitelistFlag: number): java.util.Set<string>;
				public getXml(param0: string, param1: number, param2: android.content.pm.ApplicationInfo | null): android.content.res.XmlResourceParser | null;
				/** @since 28 */
				public hasSigningCertificate(uid: number, certificate: androidNative.Array<number>, type: number): boolean;
				/** @since 28 */
				public hasSigningCertificate(packageName: string, certificate: androidNative.Array<number>, type: number): boolean;
				public hasSystemFeature(param0: string): boolean;
				/** @since 24 */
				public hasSystemFeature(param0: string, param1: number): boolean;
				/** @since 35 */
				public isAppArchivable(packageName: string): boolean;
				/** @since 30 */
				public isAutoRevokeWhitelisted(): boolean;
				/** @since 30 */
				public isAutoRevokeWhitelisted(packageName: string): boolean;
				/** @since 30 */
				public isDefaultApplicationIcon(drawable: android.graphics.drawable.Drawable): boolean;
				/** @since 29 */
				public isDeviceUpgrading(): boolean;
				/** @since 26 */
				public isInstantApp(): boolean;
				/** @since 26 */
				public isInstantApp(param0: string): boolean;
				/** @since 35 */
				public isPackageStopped(packageName: string): boolean;
				/** @since 28 */
				public isPackageSuspended(): boolean;
				/** @since 29 */
				public isPackageSuspended(packageName: string): boolean;
				/** @since 23 */
				public isPermissionRevokedByPolicy(param0: string, param1: string): boolean;
				public isSafeMode(): boolean;
				/** @since 36 */
				public parseAndroidManifest(apkFileDescriptor: android.os.ParcelFileDescriptor, parserFunction: any /* any*/): any;
				/** @since 35 */
				public parseAndroidManifest(apkFile: java.io.File, parserFunction: any /* any*/): any;
				/** @since 31 */
				public queryActivityProperty(propertyName: string): java.util.List<android.content.pm.PackageManager.Property>;
				/** @since 31 */
				public queryApplicationProperty(propertyName: string): java.util.List<android.content.pm.PackageManager.Property>;
				/** @since 33 */
				public queryBroadcastReceivers(intent: android.content.Intent, flags: android.content.pm.PackageManager.ResolveInfoFlags): java.util.List<android.content.pm.ResolveInfo>;
				public queryBroadcastReceivers(param0: android.content.Intent, param1: number): java.util.List<android.content.pm.ResolveInfo>;
				/** @since 33 */
				public queryContentProviders(processName: string | null, uid: number, flags: android.content.pm.PackageManager.ComponentInfoFlags): java.util.List<android.content.pm.ProviderInfo>;
				public queryContentProviders(param0: string | null, param1: number, param2: number): java.util.List<android.content.pm.ProviderInfo>;
				public queryInstrumentation(param0: string, param1: number): java.util.List<android.content.pm.InstrumentationInfo>;
				/** @since 33 */
				public queryIntentActivities(intent: android.content.Intent, flags: android.content.pm.PackageManager.ResolveInfoFlags): java.util.List<android.content.pm.ResolveInfo>;
				public queryIntentActivities(param0: android.content.Intent, param1: number): java.util.List<android.content.pm.ResolveInfo>;
				public queryIntentActivityOptions(param0: android.content.ComponentName | null, param1: androidNative.Array<android.content.Intent> | null, param2: android.content.Intent, param3: number): java.util.List<android.content.pm.ResolveInfo>;
				/** @since 33 */
				public queryIntentActivityOptions(caller: android.content.ComponentName | null, specifics: java.util.List<android.content.Intent> | null, intent: android.content.Intent, flags: android.content.pm.PackageManager.ResolveInfoFlags): java.util.List<android.content.pm.ResolveInfo>;
				/** @since 33 */
				public queryIntentContentProviders(intent: android.content.Intent, flags: android.content.pm.PackageManager.ResolveInfoFlags): java.util.List<android.content.pm.ResolveInfo>;
				public queryIntentContentProviders(param0: android.content.Intent, param1: number): java.util.List<android.content.pm.ResolveInfo>;
				/** @since 33 */
				public queryIntentServices(intent: android.content.Intent, flags: android.content.pm.PackageManager.ResolveInfoFlags): java.util.List<android.content.pm.ResolveInfo>;
				public queryIntentServices(param0: android.content.Intent, param1: number): java.util.List<android.content.pm.ResolveInfo>;
				public queryPermissionsByGroup(param0: string | null, param1: number): java.util.List<android.content.pm.PermissionInfo>;
				/** @since 31 */
				public queryProviderProperty(propertyName: string): java.util.List<android.content.pm.PackageManager.Property>;
				/** @since 31 */
				public queryReceiverProperty(propertyName: string): java.util.List<android.content.pm.PackageManager.Property>;
				/** @since 31 */
				public queryServiceProperty(propertyName: string): java.util.List<android.content.pm.PackageManager.Property>;
				/** @since 34 */
				public relinquishUpdateOwnership(targetPackage: string): void;
				/** @deprecated Deprecated in API 15 */
				public removePackageFromPreferred(param0: string): void;
				public removePermission(param0: string): void;
				/** @since 29 */
				public removeWhitelistedRestrictedPermission(packageName: string, permName: string, whitelistFlags: number): boolean;
				/** @since 31 */
				public requestChecksums(packageName: string, includeSplits: boolean, required: number, trustedInstallers: java.util.List<java.security.cert.Certificate>, onChecksumsReadyListener: android.content.pm.PackageManager.OnChecksumsReadyListener): void;
				/** @since 33 */
				public resolveActivity(intent: android.content.Intent, flags: android.content.pm.PackageManager.ResolveInfoFlags): android.content.pm.ResolveInfo | null;
				public resolveActivity(param0: android.content.Intent, param1: number): android.content.pm.ResolveInfo | null;
				/** @since 33 */
				public resolveContentProvider(authority: string, flags: android.content.pm.PackageManager.ComponentInfoFlags): android.content.pm.ProviderInfo | null;
				public resolveContentProvider(param0: string, param1: number): android.content.pm.ProviderInfo | null;
				/** @since 33 */
				public resolveService(intent: android.content.Intent, flags: android.content.pm.PackageManager.ResolveInfoFlags): android.content.pm.ResolveInfo | null;
				public resolveService(param0: android.content.Intent, param1: number): android.content.pm.ResolveInfo | null;
				/** @since 26 */
				public setApplicationCategoryHint(param0: string, param1: number): void;
				public setApplicationEnabledSetting(param0: string, param1: number, param2: number): void;
				/** @since 30 */
				public setAutoRevokeWhitelisted(packageName: string, whitelisted: boolean): boolean;
				public setComponentEnabledSetting(param0: android.content.ComponentName, param1: number, param2: number): void;
				/** @since 33 */
				public setComponentEnabledSettings(settings: java.util.List<android.content.pm.PackageManager.ComponentEnabledSetting>): void;
				public setInstallerPackageName(param0: string, param1: string | null): void;
				/** @since 30 */
				public setMimeGroup(mimeGroup: string, mimeTypes: java.util.Set<string>): void;
				/** @since 26 */
				public updateInstantAppCookie(param0: androidNative.Array<number> | null): void;
				public verifyPendingInstall(param0: number, param1: number): void;
			}
			export class ProviderInfo extends android.content.pm.ComponentInfo implements android.os.Parcelable {
				public static class: java.lang.Class<android.content.pm.ProviderInfo>;
				public static CREATOR: android.os.Parcelable.Creator<android.content.pm.ProviderInfo>;
				public static FLAG_SINGLE_USER: 1073741824;
				public authority: string;
				public flags: number;
				/** @since 29 */
				public forceUriPermissions: boolean;
				public grantUriPermissions: boolean;
				public initOrder: number;
				/** @deprecated Deprecated in API 15 */
				public isSyncable: boolean;
				public multiprocess: boolean;
				public pathPermissions: androidNative.Array<android.content.pm.PathPermission>;
				public readPermission: string;
				public uriPermissionPatterns: androidNative.Array<android.os.PatternMatcher>;
				public writePermission: string;
				public constructor(orig: android.content.pm.ComponentInfo);
				public constructor(source: android.os.Parcel);
				public constructor(orig: android.content.pm.PackageItemInfo);
				public constructor();
				public constructor(orig: android.content.pm.ProviderInfo);
				public describeContents(): number;
				public dump(pw: android.util.Printer, prefix: string): void;
				public toString(): string;
				public writeToParcel(out: android.os.Parcel, parcelableFlags: number): void;
				public writeToParcel(param0: android.os.Parcel, param1: number): void;
			}
		}
	}
	export module database {
		export abstract class AbstractCursor extends java.lang.Object implements android.database.CrossProcessCursor {
			public static class: java.lang.Class<android.database.AbstractCursor>;
			/** @deprecated Deprecated in API 23 */
			public mClosed: boolean;
			/** @deprecated Deprecated in API 23 */
			public mContentResolver: android.content.ContentResolver;
			/** @deprecated Deprecated in API 23 */
			public mPos: number;
			/** @deprecated Removed in API 23 (deprecated in API 16) */
			public mCurrentRowID: java.lang.Long;
			/** @deprecated Removed in API 23 (deprecated in API 16) */
			public mRowIdColumnIndex: number;
			/** @deprecated Removed in API 23 (deprecated in API 15) */
			public mUpdatedRows: java.util.HashMap<java.lang.Long,java.util.Map<string,any>>;
			public constructor();
			public checkPosition(): void;
			public close(): void;
			public copyStringToBuffer(columnIndex: number, buffer: android.database.CharArrayBuffer): void;
			/** @deprecated Deprecated in API 16 */
			public deactivate(): void;
			public fillWindow(position: number, window: android.database.CursorWindow): void;
			public finalize(): void;
			public getBlob(column: number): androidNative.Array<number>;
			public getColumnCount(): number;
			public getColumnIndex(columnName: string): number;
			public getColumnIndexOrThrow(columnName: string): number;
			public getColumnName(columnIndex: number): string;
			public getColumnNames(): androidNative.Array<string>;
			public getCount(): number;
			public getDouble(param0: number): number;
			public getExtras(): android.os.Bundle;
			public getFloat(param0: number): number;
			public getInt(param0: number): number;
			public getLong(param0: number): number;
			public getNotificationUri(): android.net.Uri;
			/** @since 29 */
			public getNotificationUris(): java.util.List<android.net.Uri>;
			public getPosition(): number;
			public getShort(param0: number): number;
			public getString(param0: number): string;
			public getType(column: number): number;
			/** @deprecated Deprecated in API 15 */
			public getUpdatedField(columnIndex: number): any;
			public getWantsAllOnMoveCalls(): boolean;
			public getWindow(): android.database.CursorWindow;
			public isAfterLast(): boolean;
			public isBeforeFirst(): boolean;
			public isClosed(): boolean;
			/** @deprecated Deprecated in API 15 */
			public isFieldUpdated(columnIndex: number): boolean;
			public isFirst(): boolean;
			public isLast(): boolean;
			public isNull(param0: number): boolean;
			public move(offset: number): boolean;
			public moveToFirst(): boolean;
			public moveToLast(): boolean;
			public moveToNext(): boolean;
			public moveToPosition(position: number): boolean;
			public moveToPrevious(): boolean;
			public onChange(selfChange: boolean): void;
			public onMove(oldPosition: number, newPosition: number): boolean;
			public registerContentObserver(observer: android.database.ContentObserver): void;
			public registerDataSetObserver(observer: android.database.DataSetObserver): void;
			/** @deprecated Deprecated in API 15 */
			public requery(): boolean;
			public respond(extras: android.os.Bundle): android.os.Bundle;
			/** @since 23 */
			public setExtras(extras: android.os.Bundle): void;
			public setNotificationUri(cr: android.content.ContentResolver, notifyUri: android.net.Uri): void;
			/** @since 29 */
			public setNotificationUris(cr: android.content.ContentResolver, notifyUris: java.util.List<android.net.Uri>): void;
			public unregisterContentObserver(observer: android.database.ContentObserver): void;
			public unregisterDataSetObserver(observer: android.database.DataSetObserver): void;
			public fillWindow(param0: number, param1: android.database.CursorWindow): void;
			public onMove(param0: number, param1: number): boolean;
			public copyStringToBuffer(param0: number, param1: android.database.CharArrayBuffer): void;
			public getBlob(param0: number): androidNative.Array<number>;
			public getColumnIndex(param0: string): number;
			public getColumnIndexOrThrow(param0: string): number;
			public getColumnName(param0: number): string;
			/** @since 29 */
			public getNotificationUris(): java.util.List<android.net.Uri> | null;
			public getType(param0: number): number;
			public move(param0: number): boolean;
			public moveToPosition(param0: number): boolean;
			public registerContentObserver(param0: android.database.ContentObserver): void;
			public registerDataSetObserver(param0: android.database.DataSetObserver): void;
			public respond(param0: android.os.Bundle): android.os.Bundle;
			/** @since 23 */
			public setExtras(param0: android.os.Bundle): void;
			public setNotificationUri(param0: android.content.ContentResolver, param1: android.net.Uri): void;
			/** @since 29 */
			public setNotificationUris(cr: android.content.ContentResolver, uris: java.util.List<android.net.Uri>): void;
			public unregisterContentObserver(param0: android.database.ContentObserver): void;
			public unregisterDataSetObserver(param0: android.database.DataSetObserver): void;
		}
		export class CrossProcessCursor extends java.lang.Object implements android.database.Cursor {
			public static class: java.lang.Class<android.database.CrossProcessCursor>;
			/**
			 * Constructs a new instance of the android.database.CrossProcessCursor interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
			 */
			public constructor(implementation: {
				fillWindow(param0: number, param1: android.database.CursorWindow): void;
				getWindow(): android.database.CursorWindow;
				onMove(param0: number, param1: number): boolean;
				close(): void;
				copyStringToBuffer(param0: number, param1: android.database.CharArrayBuffer): void;
				deactivate(): void;
				getBlob(param0: number): androidNative.Array<number>;
				getColumnCount(): number;
				getColumnIndex(param0: string): number;
				getColumnIndexOrThrow(param0: string): number;
				getColumnName(param0: number): string;
				getColumnNames(): androidNative.Array<string>;
				getCount(): number;
				getDouble(param0: number): number;
				getExtras(): android.os.Bundle;
				getFloat(param0: number): number;
				getInt(param0: number): number;
				getLong(param0: number): number;
				getNotificationUri(): android.net.Uri;
				getNotificationUris(): java.util.List<android.net.Uri> | null;
				getPosition(): number;
				getShort(param0: number): number;
				getString(param0: number): string;
				getType(param0: number): number;
				getWantsAllOnMoveCalls(): boolean;
				isAfterLast(): boolean;
				isBeforeFirst(): boolean;
				isClosed(): boolean;
				isFirst(): boolean;
				isLast(): boolean;
				isNull(param0: number): boolean;
				move(param0: number): boolean;
				moveToFirst(): boolean;
				moveToLast(): boolean;
				moveToNext(): boolean;
				moveToPosition(param0: number): boolean;
				moveToPrevious(): boolean;
				registerContentObserver(param0: android.database.ContentObserver): void;
				registerDataSetObserver(param0: android.database.DataSetObserver): void;
				requery(): boolean;
				respond(param0: android.os.Bundle): android.os.Bundle;
				setExtras(param0: android.os.Bundle): void;
				setNotificationUri(param0: android.content.ContentResolver, param1: android.net.Uri): void;
				setNotificationUris(cr: android.content.ContentResolver, uris: java.util.List<android.net.Uri>): void;
				unregisterContentObserver(param0: android.database.ContentObserver): void;
				unregisterDataSetObserver(param0: android.database.DataSetObserver): void;
				close(): void;
				close(): void;
			});
			public constructor();
			public static FIELD_TYPE_INTEGER: 1;
			public static FIELD_TYPE_BLOB: 4;
			public static FIELD_TYPE_NULL: 0;
			public static FIELD_TYPE_STRING: 3;
			public static FIELD_TYPE_FLOAT: 2;
			public fillWindow(param0: number, param1: android.database.CursorWindow): void;
			public getWindow(): android.database.CursorWindow;
			public onMove(param0: number, param1: number): boolean;
			public close(): void;
			public copyStringToBuffer(param0: number, param1: android.database.CharArrayBuffer): void;
			/** @deprecated Deprecated in API 16 */
			public deactivate(): void;
			public getBlob(param0: number): androidNative.Array<number>;
			public getColumnCount(): number;
			public getColumnIndex(param0: string): number;
			public getColumnIndexOrThrow(param0: string): number;
			public getColumnName(param0: number): string;
			public getColumnNames(): androidNative.Array<string>;
			public getCount(): number;
			public getDouble(param0: number): number;
			public getExtras(): android.os.Bundle;
			public getFloat(param0: number): number;
			public getInt(param0: number): number;
			public getLong(param0: number): number;
			public getNotificationUri(): android.net.Uri;
			/** @since 29 */
			public getNotificationUris(): java.util.List<android.net.Uri> | null;
			public getPosition(): number;
			public getShort(param0: number): number;
			public getString(param0: number): string;
			public getType(param0: number): number;
			public getWantsAllOnMoveCalls(): boolean;
			public isAfterLast(): boolean;
			public isBeforeFirst(): boolean;
			public isClosed(): boolean;
			public isFirst(): boolean;
			public isLast(): boolean;
			public isNull(param0: number): boolean;
			public move(param0: number): boolean;
			public moveToFirst(): boolean;
			public moveToLast(): boolean;
			public moveToNext(): boolean;
			public moveToPosition(param0: number): boolean;
			public moveToPrevious(): boolean;
			public registerContentObserver(param0: android.database.ContentObserver): void;
			public registerDataSetObserver(param0: android.database.DataSetObserver): void;
			/** @deprecated Deprecated in API 15 */
			public requery(): boolean;
			public respond(param0: android.os.Bundle): android.os.Bundle;
			/** @since 23 */
			public setExtras(param0: android.os.Bundle): void;
			public setNotificationUri(param0: android.content.ContentResolver, param1: android.net.Uri): void;
			/** @since 29 */
			public setNotificationUris(cr: android.content.ContentResolver, uris: java.util.List<android.net.Uri>): void;
			public unregisterContentObserver(param0: android.database.ContentObserver): void;
			public unregisterDataSetObserver(param0: android.database.DataSetObserver): void;
		}
		export class Cursor extends java.lang.Object implements java.io.Closeable {
			public static class: java.lang.Class<android.database.Cursor>;
			/**
			 * Constructs a new instance of the android.database.Cursor interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
			 */
			public constructor(implementation: {
				close(): void;
				copyStringToBuffer(param0: number, param1: android.database.CharArrayBuffer): void;
				deactivate(): void;
				getBlob(param0: number): androidNative.Array<number>;
				getColumnCount(): number;
				getColumnIndex(param0: string): number;
				getColumnIndexOrThrow(param0: string): number;
				getColumnName(param0: number): string;
				getColumnNames(): androidNative.Array<string>;
				getCount(): number;
				getDouble(param0: number): number;
				getExtras(): android.os.Bundle;
				getFloat(param0: number): number;
				getInt(param0: number): number;
				getLong(param0: number): number;
				getNotificationUri(): android.net.Uri;
				getNotificationUris(): java.util.List<android.net.Uri> | null;
				getPosition(): number;
				getShort(param0: number): number;
				getString(param0: number): string;
				getType(param0: number): number;
				getWantsAllOnMoveCalls(): boolean;
				isAfterLast(): boolean;
				isBeforeFirst(): boolean;
				isClosed(): boolean;
				isFirst(): boolean;
				isLast(): boolean;
				isNull(param0: number): boolean;
				move(param0: number): boolean;
				moveToFirst(): boolean;
				moveToLast(): boolean;
				moveToNext(): boolean;
				moveToPosition(param0: number): boolean;
				moveToPrevious(): boolean;
				registerContentObserver(param0: android.database.ContentObserver): void;
				registerDataSetObserver(param0: android.database.DataSetObserver): void;
				requery(): boolean;
				respond(param0: android.os.Bundle): android.os.Bundle;
				setExtras(param0: android.os.Bundle): void;
				setNotificationUri(param0: android.content.ContentResolver, param1: android.net.Uri): void;
				setNotificationUris(cr: android.content.ContentResolver, uris: java.util.List<android.net.Uri>): void;
				unregisterContentObserver(param0: android.database.ContentObserver): void;
				unregisterDataSetObserver(param0: android.database.DataSetObserver): void;
				close(): void;
				close(): void;
			});
			public constructor();
			public static FIELD_TYPE_INTEGER: 1;
			public static FIELD_TYPE_BLOB: 4;
			public static FIELD_TYPE_NULL: 0;
			public static FIELD_TYPE_STRING: 3;
			public static FIELD_TYPE_FLOAT: 2;
			public close(): void;
			public copyStringToBuffer(param0: number, param1: android.database.CharArrayBuffer): void;
			/** @deprecated Deprecated in API 16 */
			public deactivate(): void;
			public getBlob(param0: number): androidNative.Array<number>;
			public getColumnCount(): number;
			public getColumnIndex(param0: string): number;
			public getColumnIndexOrThrow(param0: string): number;
			public getColumnName(param0: number): string;
			public getColumnNames(): androidNative.Array<string>;
			public getCount(): number;
			public getDouble(param0: number): number;
			public getExtras(): android.os.Bundle;
			public getFloat(param0: number): number;
			public getInt(param0: number): number;
			public getLong(param0: number): number;
			public getNotificationUri(): android.net.Uri;
			/** @since 29 */
			public getNotificationUris(): java.util.List<android.net.Uri> | null;
			public getPosition(): number;
			public getShort(param0: number): number;
			public getString(param0: number): string;
			public getType(param0: number): number;
			public getWantsAllOnMoveCalls(): boolean;
			public isAfterLast(): boolean;
			public isBeforeFirst(): boolean;
			public isClosed(): boolean;
			public isFirst(): boolean;
			public isLast(): boolean;
			public isNull(param0: number): boolean;
			public move(param0: number): boolean;
			public moveToFirst(): boolean;
			public moveToLast(): boolean;
			public moveToNext(): boolean;
			public moveToPosition(param0: number): boolean;
			public moveToPrevious(): boolean;
			public registerContentObserver(param0: android.database.ContentObserver): void;
			public registerDataSetObserver(param0: android.database.DataSetObserver): void;
			/** @deprecated Deprecated in API 15 */
			public requery(): boolean;
			public respond(param0: android.os.Bundle): android.os.Bundle;
			/** @since 23 */
			public setExtras(param0: android.os.Bundle): void;
			public setNotificationUri(param0: android.content.ContentResolver, param1: android.net.Uri): void;
			/** @since 29 */
			public setNotificationUris(cr: android.content.ContentResolver, uris: java.util.List<android.net.Uri>): void;
			public unregisterContentObserver(param0: android.database.ContentObserver): void;
			public unregisterDataSetObserver(param0: android.database.DataSetObserver): void;
		}
		export class MatrixCursor extends android.database.AbstractCursor {
			public static class: java.lang.Class<android.database.MatrixCursor>;
			public constructor();
			public constructor(columnNames: androidNative.Array<string>);
			public constructor(columnNames: androidNative.Array<string>, initialCapacity: number);
			public addRow(columnValues: java.lang.Iterable<any>): void;
			public addRow(columnValues: androidNative.Array<any>): void;
			public getBlob(column: number): androidNative.Array<number>;
			public getColumnNames(): androidNative.Array<string>;
			public getCount(): number;
			public getDouble(column: number): number;
			public getFloat(column: number): number;
			public getInt(column: number): number;
			public getLong(column: number): number;
			public getShort(column: number): number;
			public getString(column: number): string;
			public getType(column: number): number;
			public isNull(column: number): boolean;
			public newRow(): android.database.MatrixCursor.RowBuilder;
			public fillWindow(param0: number, param1: android.database.CursorWindow): void;
			public getWindow(): android.database.CursorWindow;
			public onMove(param0: number, param1: number): boolean;
		}
	}
	export module graphics {
		export class Color extends java.lang.Object {
			public static class: java.lang.Class<android.graphics.Color>;
			public static BLACK: -16777216;
			public static BLUE: -16776961;
			public static CYAN: -16711681;
			public static DKGRAY: -12303292;
			public static GRAY: -7829368;
			public static GREEN: -16711936;
			public static LTGRAY: -3355444;
			public static MAGENTA: -65281;
			public static RED: -65536;
			public static TRANSPARENT: 0;
			public static WHITE: -1;
			public static YELLOW: -256;
			public constructor();
			public static HSVToColor(hsv: androidNative.Array<number>): number;
			public static HSVToColor(alpha: number, hsv: androidNative.Array<number>): number;
			public static RGBToHSV(red: number, green: number, blue: number, hsv: androidNative.Array<number>): void;
			/** @since 26 */
			public alpha(): number;
			public static alpha(color: number): number;
			public static argb(alpha: number, red: number, green: number, blue: number): number;
			/** @since 26 */
			public blue(): number;
			public static blue(color: number): number;
			/** @since 26 */
			public static colorSpace(color: number): android.graphics.ColorSpace;
			public static colorToHSV(color: number, hsv: androidNative.Array<number>): void;
			/** @since 26 */
			public convert(colorSpace: android.graphics.ColorSpace): android.graphics.Color;
			/** @since 26 */
			public static convert(r: number, g: number, b: number, a: number, source: android.graphics.ColorSpace, destination: android.graphics.ColorSpace): number;
			/** @since 26 */
			public static convert(r: number, g: number, b: number, a: number, connector: android.graphics.ColorSpace.Connector): number;
			/** @since 26 */
			public static convert(color: number, colorSpace: android.graphics.ColorSpace): number;
			/** @since 26 */
			public static convert(color: number, connector: android.graphics.ColorSpace.Connector): number;
			public equals(o: any): boolean;
			/** @since 26 */
			public getColorSpace(): android.graphics.ColorSpace;
			/** @since 26 */
			public getComponent(component: number): number;
			/** @since 26 */
			public getComponentCount(): number;
			/** @since 26 */
			public getComponents(): androidNative.Array<number>;
			/** @since 26 */
			public getComponents(components: androidNative.Array<number> | null): androidNative.Array<number>;
			/** @since 26 */
			public getModel(): android.graphics.ColorSpace.Model;
			/** @since 26 */
			public green(): number;
			public static green(color: number): number;
			public hashCode(): number;
			/** @since 26 */
			public static isInColorSpace(color: number, colorSpace: android.graphics.ColorSpace): boolean;
			/** @since 26 */
			public isSrgb(): boolean;
			/** @since 26 */
			public static isSrgb(color: number): boolean;
			/** @since 26 */
			public isWideGamut(): boolean;
			/** @since 26 */
			public static isWideGamut(color: number): boolean;
			/** @since 26 */
			public luminance(): number;
			/** @since 24 */
			public static luminance(color: number): number;
			/** @since 26 */
			public pack(): number;
			/** @since 26 */
			public static pack(red: number, green: number, blue: number): number;
			/** @since 26 */
			public static pack(red: number, green: number, blue: number, alpha: number): number;
			/** @since 26 */
			public static pack(red: number, green: number, blue: number, alpha: number, colorSpace: android.graphics.ColorSpace): number;
			/** @since 26 */
			public static pack(color: number): number;
			public static parseColor(colorString: string): number;
			/** @since 26 */
			public red(): number;
			public static red(color: number): number;
			public static rgb(red: number, green: number, blue: number): number;
			/** @since 26 */
			public toArgb(): number;
			/** @since 26 */
			public static toArgb(color: number): number;
			public toString(): string;
			/** @since 26 */
			public static valueOf(r: number, g: number, b: number): android.graphics.Color;
			/** @since 26 */
			public static valueOf(r: number, g: number, b: number, a: number): android.graphics.Color;
			/** @since 26 */
			public static valueOf(r: number, g: number, b: number, a: number, colorSpace: android.graphics.ColorSpace): android.graphics.Color;
			/** @since 26 */
			public static valueOf(components: androidNative.Array<number>, colorSpace: android.graphics.ColorSpace): android.graphics.Color;
			/** @since 26 */
			public static valueOf(color: number): android.graphics.Color;
		}
		export module drawable {
			export abstract class Drawable extends java.lang.Object {
				public static class: java.lang.Class<android.graphics.drawable.Drawable>;
				public constructor();
				public applyTheme(t: android.content.res.Resources.Theme): void;
				public canApplyTheme(): boolean;
				public clearColorFilter(): void;
				public copyBounds(): android.graphics.Rect;
				public copyBounds(bounds: android.graphics.Rect): void;
				public static createFromPath(pathName: string): android.graphics.drawable.Drawable | null;
				public static createFromResourceStream(res: android.content.res.Resources | null, value: android.util.TypedValue | null, is: java.io.InputStream | null, srcName: string | null): android.graphics.drawable.Drawable | null;
				/** @deprecated Deprecated in API 28 */
				public static createFromResourceStream(res: android.content.res.Resources | null, value: android.util.TypedValue | null, is: java.io.InputStream | null, srcName: string | null, opts: android.graphics.BitmapFactory.Options | null): android.graphics.drawable.Drawable | null;
				public static createFromStream(is: java.io.InputStream | null, srcName: string | null): android.graphics.drawable.Drawable | null;
				public static createFromXml(r: android.content.res.Resources, parser: org.xmlpull.v1.XmlPullParser): android.graphics.drawable.Drawable;
				public static createFromXml(r: android.content.res.Resources, parser: org.xmlpull.v1.XmlPullParser, theme: android.content.res.Resources.Theme | null): android.graphics.drawable.Drawable;
				public static createFromXmlInner(r: android.content.res.Resources, parser: org.xmlpull.v1.XmlPullParser, attrs: android.util.AttributeSet): android.graphics.drawable.Drawable;
				public static createFromXmlInner(r: android.content.res.Resources, parser: org.xmlpull.v1.XmlPullParser, attrs: android.util.AttributeSet, theme: android.content.res.Resources.Theme | null): android.graphics.drawable.Drawable;
				public draw(param0: android.graphics.Canvas): void;
				public getAlpha(): number;
				public getBounds(): android.graphics.Rect;
				public getCallback(): android.graphics.drawable.Drawable.Callback | null;
				public getChangingConfigurations(): number;
				public getColorFilter(): android.graphics.ColorFilter | null;
				public getConstantState(): android.graphics.drawable.Drawable.ConstantState | null;
				public getCurrent(): android.graphics.drawable.Drawable;
				public getDirtyBounds(): android.graphics.Rect;
				/** @since 23 */
				public getHotspotBounds(outRect: android.graphics.Rect): void;
				public getIntrinsicHeight(): number;
				public getIntrinsicWidth(): number;
				/** @since 23 */
				public getLayoutDirection(): number;
				public getLevel(): number;
				public getMinimumHeight(): number;
				public getMinimumWidth(): number;
				/** @deprecated Deprecated in API 29 */
				public getOpacity(): number;
				/** @since 29 */
				public getOpticalInsets(): android.graphics.Insets;
				public getOutline(outline: any): void;
				public getPadding(padding: android.graphics.Rect): boolean;
				public getState(): androidNative.Array<number>;
				public getTransparentRegion(): android.graphics.Region | null;
				/** @since 31 */
				public hasFocusStateSpecified(): boolean;
				public inflate(r: android.content.res.Resources, parser: org.xmlpull.v1.XmlPullParser, attrs: android.util.AttributeSet): void;
				public inflate(r: android.content.res.Resources, parser: org.xmlpull.v1.XmlPullParser, attrs: android.util.AttributeSet, theme: android.content.res.Resources.Theme | null): void;
				public invalidateSelf(): void;
				public isAutoMirrored(): boolean;
				/** @since 23 */
				public isFilterBitmap(): boolean;
				/** @since 29 */
				public isProjected(): boolean;
				public isStateful(): boolean;
				public isVisible(): boolean;
				public jumpToCurrentState(): void;
				public mutate(): android.graphics.drawable.Drawable;
				public onBoundsChange(bounds: android.graphics.Rect): void;
				/** @since 23 */
				public onLayoutDirectionChanged(layoutDirection: number): boolean;
				public onLevelChange(level: number): boolean;
				public onStateChange(state: androidNative.Array<number>): boolean;
				public static resolveOpacity(op1: number, op2: number): number;
				public scheduleSelf(what: java.lang.Runnable, when: number): void;
				public setAlpha(param0: number): void;
				public setAutoMirrored(mirrored: boolean): void;
				public setBounds(bounds: android.graphics.Rect): void;
				public setBounds(left: number, top: number, right: number, bottom: number): void;
				public setCallback(cb: android.graphics.drawable.Drawable.Callback | null): void;
				public setChangingConfigurations(configs: number): void;
				public setColorFilter(param0: android.graphics.ColorFilter | null): void;
				/** @deprecated Deprecated in API 29 */
				public setColorFilter(color: number, mode: android.graphics.PorterDuff.Mode): void;
				public setDither(dither: boolean): void;
				public setFilterBitmap(filter: boolean): void;
				public setHotspot(x: number, y: number): void;
				public setHotspotBounds(left: number, top: number, right: number, bottom: number): void;
				/** @since 23 */
				public setLayoutDirection(layoutDirection: number): boolean;
				public setLevel(level: number): boolean;
				public setState(stateSet: androidNative.Array<number>): boolean;
				public setTint(tintColor: number): void;
				/** @since 29 */
				public setTintBlendMode(blendMode: android.graphics.BlendMode | null): void;
				public setTintList(tint: android.content.res.ColorStateList | null): void;
				public setTintMode(tintMode: android.graphics.PorterDuff.Mode | null): void;
				public setVisible(visible: boolean, restart: boolean): boolean;
				public unscheduleSelf(what: java.lang.Runnable): void;
			}
			export module Drawable {
				export class Callback extends java.lang.Object {
					public static class: java.lang.Class<android.graphics.drawable.Drawable.Callback>;
					/**
					 * Constructs a new instance of the android.graphics.drawable.Drawable$Callback interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
					 */
					public constructor(implementation: {
						invalidateDrawable(param0: android.graphics.drawable.Drawable): void;
						scheduleDrawable(param0: android.graphics.drawable.Drawable, param1: java.lang.Runnable, param2: number): void;
						unscheduleDrawable(param0: android.graphics.drawable.Drawable, param1: java.lang.Runnable): void;
					});
					public constructor();
					public invalidateDrawable(param0: android.graphics.drawable.Drawable): void;
					public scheduleDrawable(param0: android.graphics.drawable.Drawable, param1: java.lang.Runnable, param2: number): void;
					public unscheduleDrawable(param0: android.graphics.drawable.Drawable, param1: java.lang.Runnable): void;
				}
			}
			export class GradientDrawable extends android.graphics.drawable.Drawable {
				public static class: java.lang.Class<android.graphics.drawable.GradientDrawable>;
				public static ARC: 4;
				public static LINE: 2;
				public static LINEAR_GRADIENT: 0;
				public static OVAL: 1;
				public static RADIAL_GRADIENT: 1;
				public static RECTANGLE: 0;
				public static RING: 3;
				public static SWEEP_GRADIENT: 2;
				public constructor();
				public constructor(orientation: android.graphics.drawable.GradientDrawable.Orientation, colors: androidNative.Array<number>);
				public applyTheme(t: android.content.res.Resources.Theme): void;
				public canApplyTheme(): boolean;
				public draw(canvas: android.graphics.Canvas): void;
				public getAlpha(): number;
				public getChangingConfigurations(): number;
				/** @since 24 */
				public getColor(): android.content.res.ColorStateList | null;
				public getColorFilter(): android.graphics.ColorFilter | null;
				/** @since 24 */
				public getColors(): androidNative.Array<number> | null;
				public getConstantState(): android.graphics.drawable.Drawable.ConstantState;
				/** @since 24 */
				public getCornerRadii(): androidNative.Array<number> | null;
				/** @since 24 */
				public getCornerRadius(): number;
				/** @since 24 */
				public getGradientCenterX(): number;
				/** @since 24 */
				public getGradientCenterY(): number;
				public getGradientRadius(): number;
				/** @since 24 */
				public getGradientType(): number;
				/** @since 29 */
				public getInnerRadius(): number;
				/** @since 29 */
				public getInnerRadiusRatio(): number;
				public getIntrinsicHeight(): number;
				public getIntrinsicWidth(): number;
				/** @deprecated Deprecated in API 29 */
				public getOpacity(): number;
				/** @since 29 */
				public getOpticalInsets(): android.graphics.Insets;
				public getOrientation(): android.graphics.drawable.GradientDrawable.Orientation;
				public getOutline(outline: any): void;
				public getPadding(padding: android.graphics.Rect): boolean;
				/** @since 24 */
				public getShape(): number;
				/** @since 29 */
				public getThickness(): number;
				/** @since 29 */
				public getThicknessRatio(): number;
				/** @since 24 */
				public getUseLevel(): boolean;
				/** @since 31 */
				public hasFocusStateSpecified(): boolean;
				public inflate(r: android.content.res.Resources, parser: org.xmlpull.v1.XmlPullParser, attrs: android.util.AttributeSet): void;
				public inflate(r: android.content.res.Resources, parser: org.xmlpull.v1.XmlPullParser, attrs: android.util.AttributeSet, theme: android.content.res.Resources.Theme | null): void;
				public isStateful(): boolean;
				public mutate(): android.graphics.drawable.Drawable;
				public onBoundsChange(r: android.graphics.Rect): void;
				public onLevelChange(level: number): boolean;
				public onStateChange(stateSet: androidNative.Array<number>): boolean;
				public setAlpha(alpha: number): void;
				public setColor(colorStateList: android.content.res.ColorStateList | null): void;
				public setColor(argb: number): void;
				/** @deprecated Deprecated in API 29 */
				public setColorFilter(color: number, mode: android.graphics.PorterDuff.Mode): void;
				public setColorFilter(colorFilter: android.graphics.ColorFilter | null): void;
				public setColors(colors: androidNative.Array<number> | null): void;
				/** @since 29 */
				public setColors(colors: androidNative.Array<number> | null, offsets: androidNative.Array<number> | null): void;
				public setCornerRadii(radii: androidNative.Array<number> | null): void;
				public setCornerRadius(radius: number): void;
				public setDither(dither: boolean): void;
				public setGradientCenter(x: number, y: number): void;
				public setGradientRadius(gradientRadius: number): void;
				public setGradientType(gradient: number): void;
				/** @since 29 */
				public setInnerRadius(innerRadius: number): void;
				/** @since 29 */
				public setInnerRadiusRatio(innerRadiusRatio: number): void;
				public setOrientation(orientation: android.graphics.drawable.GradientDrawable.Orientation): void;
				/** @since 29 */
				public setPadding(left: number, top: number, right: number, bottom: number): void;
				public setShape(shape: number): void;
				public setSize(width: number, height: number): void;
				public setStroke(width: number, colorStateList: android.content.res.ColorStateList): void;
				public setStroke(width: number, colorStateList: android.content.res.ColorStateList, dashWidth: number, dashGap: number): void;
				public setStroke(width: number, color: number): void;
				public setStroke(width: number, color: number, dashWidth: number, dashGap: number): void;
				/** @since 29 */
				public setThickness(thickness: number): void;
				/** @since 29 */
				public setThicknessRatio(thicknessRatio: number): void;
				/** @since 29 */
				public setTintBlendMode(blendMode: android.graphics.BlendMode): void;
				public setTintList(tint: android.content.res.ColorStateList | null): void;
				public setUseLevel(useLevel: boolean): void;
				public setTintMode(tintMode: android.graphics.PorterDuff.Mode | null): void;
			}
		}
	}
	export module hardware {
		/** @deprecated Deprecated in API 21 */
		export class Camera extends java.lang.Object {
			public static class: java.lang.Class<android.hardware.Camera>;
			/** @deprecated */
			public static ACTION_NEW_PICTURE: "android.hardware.action.NEW_PICTURE";
			/** @deprecated */
			public static ACTION_NEW_VIDEO: "android.hardware.action.NEW_VIDEO";
			/** @since 23
			 *  @deprecated Deprecated in API 23 */
			public static CAMERA_ERROR_EVICTED: 2;
			/** @deprecated */
			public static CAMERA_ERROR_SERVER_DIED: 100;
			/** @deprecated */
			public static CAMERA_ERROR_UNKNOWN: 1;
			/** @deprecated */
			public addCallbackBuffer(callbackBuffer: androidNative.Array<number>): void;
			/** @deprecated */
			public autoFocus(cb: android.hardware.Camera.AutoFocusCallback): void;
			/** @deprecated */
			public cancelAutoFocus(): void;
			/** @deprecated */
			public enableShutterSound(enabled: boolean): boolean;
			/** @deprecated */
			public finalize(): void;
			/** @deprecated */
			public static getCameraInfo(cameraId: number, cameraInfo: android.hardware.Camera.CameraInfo): void;
			/** @deprecated */
			public static getNumberOfCameras(): number;
			/** @deprecated */
			public getParameters(): android.hardware.Camera.Parameters;
			/** @deprecated */
			public lock(): void;
			/** @deprecated */
			public static open(): android.hardware.Camera;
			/** @deprecated */
			public static open(cameraId: number): android.hardware.Camera;
			/** @deprecated */
			public reconnect(): void;
			/** @deprecated */
			public release(): void;
			/** @deprecated */
			public setAutoFocusMoveCallback(cb: android.hardware.Camera.AutoFocusMoveCallback): void;
			/** @deprecated */
			public setDisplayOrientation(param0: number): void;
			/** @deprecated */
			public setErrorCallback(cb: android.hardware.Camera.ErrorCallback): void;
			/** @deprecated */
			public setFaceDetectionListener(listener: android.hardware.Camera.FaceDetectionListener): void;
			/** @deprecated */
			public setOneShotPreviewCallback(cb: android.hardware.Camera.PreviewCallback): void;
			/** @deprecated */
			public setParameters(params: android.hardware.Camera.Parameters): void;
			/** @deprecated */
			public setPreviewCallback(cb: android.hardware.Camera.PreviewCallback): void;
			/** @deprecated */
			public setPreviewCallbackWithBuffer(cb: android.hardware.Camera.PreviewCallback): void;
			/** @deprecated */
			public setPreviewDisplay(holder: android.view.SurfaceHolder): void;
			/** @deprecated */
			public setPreviewTexture(param0: android.graphics.SurfaceTexture): void;
			/** @deprecated */
			public setZoomChangeListener(listener: android.hardware.Camera.OnZoomChangeListener): void;
			/** @deprecated */
			public startFaceDetection(): void;
			/** @deprecated */
			public startPreview(): void;
			/** @deprecated */
			public startSmoothZoom(param0: number): void;
			/** @deprecated */
			public stopFaceDetection(): void;
			/** @deprecated */
			public stopPreview(): void;
			/** @deprecated */
			public stopSmoothZoom(): void;
			/** @deprecated */
			public takePicture(shutter: android.hardware.Camera.ShutterCallback, raw: android.hardware.Camera.PictureCallback, jpeg: android.hardware.Camera.PictureCallback): void;
			/** @deprecated */
			public takePicture(shutter: android.hardware.Camera.ShutterCallback, raw: android.hardware.Camera.PictureCallback, postview: android.hardware.Camera.PictureCallback, jpeg: android.hardware.Camera.PictureCallback): void;
			/** @deprecated */
			public unlock(): void;
		}
		export module Camera {
			/** @deprecated Deprecated in API 21 */
			export class CameraInfo extends java.lang.Object {
				public static class: java.lang.Class<android.hardware.Camera.CameraInfo>;
				/** @deprecated */
				public static CAMERA_FACING_BACK: 0;
				/** @deprecated */
				public static CAMERA_FACING_FRONT: 1;
				/** @deprecated */
				public canDisableShutterSound: boolean;
				/** @deprecated */
				public facing: number;
				/** @deprecated */
				public orientation: number;
				/** @deprecated */
				public constructor();
			}
			/** @deprecated Deprecated in API 21 */
			export class Parameters extends java.lang.Object {
				public static class: java.lang.Class<android.hardware.Camera.Parameters>;
				/** @deprecated */
				public static ANTIBANDING_50HZ: "50hz";
				/** @deprecated */
				public static ANTIBANDING_60HZ: "60hz";
				/** @deprecated */
				public static ANTIBANDING_AUTO: "auto";
				/** @deprecated */
				public static ANTIBANDING_OFF: "off";
				/** @deprecated */
				public static EFFECT_AQUA: "aqua";
				/** @deprecated */
				public static EFFECT_BLACKBOARD: "blackboard";
				/** @deprecated */
				public static EFFECT_MONO: "mono";
				/** @deprecated */
				public static EFFECT_NEGATIVE: "negative";
				/** @deprecated */
				public static EFFECT_NONE: "none";
				/** @deprecated */
				public static EFFECT_POSTERIZE: "posterize";
				/** @deprecated */
				public static EFFECT_SEPIA: "sepia";
				/** @deprecated */
				public static EFFECT_SOLARIZE: "solarize";
				/** @deprecated */
				public static EFFECT_WHITEBOARD: "whiteboard";
				/** @deprecated */
				public static FLASH_MODE_AUTO: "auto";
				/** @deprecated */
				public static FLASH_MODE_OFF: "off";
				/** @deprecated */
				public static FLASH_MODE_ON: "on";
				/** @deprecated */
				public static FLASH_MODE_RED_EYE: "red-eye";
				/** @deprecated */
				public static FLASH_MODE_TORCH: "torch";
				/** @deprecated */
				public static FOCUS_DISTANCE_FAR_INDEX: 2;
				/** @deprecated */
				public static FOCUS_DISTANCE_NEAR_INDEX: 0;
				/** @deprecated */
				public static FOCUS_DISTANCE_OPTIMAL_INDEX: 1;
				/** @deprecated */
				public static FOCUS_MODE_AUTO: "auto";
				/** @deprecated */
				public static FOCUS_MODE_CONTINUOUS_PICTURE: "continuous-picture";
				/** @deprecated */
				public static FOCUS_MODE_CONTINUOUS_VIDEO: "continuous-video";
				/** @deprecated */
				public static FOCUS_MODE_EDOF: "edof";
				/** @deprecated */
				public static FOCUS_MODE_FIXED: "fixed";
				/** @deprecated */
				public static FOCUS_MODE_INFINITY: "infinity";
				/** @deprecated */
				public static FOCUS_MODE_MACRO: "macro";
				/** @deprecated */
				public static PREVIEW_FPS_MAX_INDEX: 1;
				/** @deprecated */
				public static PREVIEW_FPS_MIN_INDEX: 0;
				/** @deprecated */
				public static SCENE_MODE_ACTION: "action";
				/** @deprecated */
				public static SCENE_MODE_AUTO: "auto";
				/** @deprecated */
				public static SCENE_MODE_BARCODE: "barcode";
				/** @deprecated */
				public static SCENE_MODE_BEACH: "beach";
				/** @deprecated */
				public static SCENE_MODE_CANDLELIGHT: "candlelight";
				/** @deprecated */
				public static SCENE_MODE_FIREWORKS: "fireworks";
				/** @deprecated */
				public static SCENE_MODE_HDR: "hdr";
				/** @deprecated */
				public static SCENE_MODE_LANDSCAPE: "landscape";
				/** @deprecated */
				public static SCENE_MODE_NIGHT: "night";
				/** @deprecated */
				public static SCENE_MODE_NIGHT_PORTRAIT: "night-portrait";
				/** @deprecated */
				public static SCENE_MODE_PARTY: "party";
				/** @deprecated */
				public static SCENE_MODE_PORTRAIT: "portrait";
				/** @deprecated */
				public static SCENE_MODE_SNOW: "snow";
				/** @deprecated */
				public static SCENE_MODE_SPORTS: "sports";
				/** @deprecated */
				public static SCENE_MODE_STEADYPHOTO: "steadyphoto";
				/** @deprecated */
				public static SCENE_MODE_SUNSET: "sunset";
				/** @deprecated */
				public static SCENE_MODE_THEATRE: "theatre";
				/** @deprecated */
				public static WHITE_BALANCE_AUTO: "auto";
				/** @deprecated */
				public static WHITE_BALANCE_CLOUDY_DAYLIGHT: "cloudy-daylight";
				/** @deprecated */
				public static WHITE_BALANCE_DAYLIGHT: "daylight";
				/** @deprecated */
				public static WHITE_BALANCE_FLUORESCENT: "fluorescent";
				/** @deprecated */
				public static WHITE_BALANCE_INCANDESCENT: "incandescent";
				/** @deprecated */
				public static WHITE_BALANCE_SHADE: "shade";
				/** @deprecated */
				public static WHITE_BALANCE_TWILIGHT: "twilight";
				/** @deprecated */
				public static WHITE_BALANCE_WARM_FLUORESCENT: "warm-fluorescent";
				/** @deprecated */
				public flatten(): string;
				/** @deprecated */
				public get(key: string): string;
				/** @deprecated */
				public getAntibanding(): string;
				/** @deprecated */
				public getAutoExposureLock(): boolean;
				/** @deprecated */
				public getAutoWhiteBalanceLock(): boolean;
				/** @deprecated */
				public getColorEffect(): string;
				/** @deprecated */
				public getExposureCompensation(): number;
				/** @deprecated */
				public getExposureCompensationStep(): number;
				/** @deprecated */
				public getFlashMode(): string;
				/** @deprecated */
				public getFocalLength(): number;
				/** @deprecated */
				public getFocusAreas(): java.util.List<android.hardware.Camera.Area>;
				/** @deprecated */
				public getFocusDistances(output: androidNative.Array<number>): void;
				/** @deprecated */
				public getFocusMode(): string;
				/** @deprecated */
				public getHorizontalViewAngle(): number;
				/** @deprecated */
				public getInt(key: string): number;
				/** @deprecated */
				public getJpegQuality(): number;
				/** @deprecated */
				public getJpegThumbnailQuality(): number;
				/** @deprecated */
				public getJpegThumbnailSize(): android.hardware.Camera.Size;
				/** @deprecated */
				public getMaxExposureCompensation(): number;
				/** @deprecated */
				public getMaxNumDetectedFaces(): number;
				/** @deprecated */
				public getMaxNumFocusAreas(): number;
				/** @deprecated */
				public getMaxNumMeteringAreas(): number;
				/** @deprecated */
				public getMaxZoom(): number;
				/** @deprecated */
				public getMeteringAreas(): java.util.List<android.hardware.Camera.Area>;
				/** @deprecated */
				public getMinExposureCompensation(): number;
				/** @deprecated */
				public getPictureFormat(): number;
				/** @deprecated */
				public getPictureSize(): android.hardware.Camera.Size;
				/** @deprecated */
				public getPreferredPreviewSizeForVideo(): android.hardware.Camera.Size;
				/** @deprecated */
				public getPreviewFormat(): number;
				/** @deprecated */
				public getPreviewFpsRange(range: androidNative.Array<number>): void;
				/** @deprecated Deprecated in API 15 */
				public getPreviewFrameRate(): number;
				/** @deprecated */
				public getPreviewSize(): android.hardware.Camera.Size;
				/** @deprecated */
				public getSceneMode(): string;
				/** @deprecated */
				public getSupportedAntibanding(): java.util.List<string>;
				/** @deprecated */
				public getSupportedColorEffects(): java.util.List<string>;
				/** @deprecated */
				public getSupportedFlashModes(): java.util.List<string>;
				/** @deprecated */
				public getSupportedFocusModes(): java.util.List<string>;
				/** @deprecated */
				public getSupportedJpegThumbnailSizes(): java.util.List<android.hardware.Camera.Size>;
				/** @deprecated */
				public getSupportedPictureFormats(): java.util.List<java.lang.Integer>;
				/** @deprecated */
				public getSupportedPictureSizes(): java.util.List<android.hardware.Camera.Size>;
				/** @deprecated */
				public getSupportedPreviewFormats(): java.util.List<java.lang.Integer>;
				/** @deprecated */
				public getSupportedPreviewFpsRange(): java.util.List<androidNative.Array<number>>;
				/** @deprecated Deprecated in API 15 */
				public getSupportedPreviewFrameRates(): java.util.List<java.lang.Integer>;
				/** @deprecated */
				public getSupportedPreviewSizes(): java.util.List<android.hardware.Camera.Size>;
				/** @deprecated */
				public getSupportedSceneModes(): java.util.List<string>;
				/** @deprecated */
				public getSupportedVideoSizes(): java.util.List<android.hardware.Camera.Size>;
				/** @deprecated */
				public getSupportedWhiteBalance(): java.util.List<string>;
				/** @deprecated */
				public getVerticalViewAngle(): number;
				/** @deprecated */
				public getVideoStabilization(): boolean;
				/** @deprecated */
				public getWhiteBalance(): string;
				/** @deprecated */
				public getZoom(): number;
				/** @deprecated */
				public getZoomRatios(): java.util.List<java.lang.Integer>;
				/** @deprecated */
				public isAutoExposureLockSupported(): boolean;
				/** @deprecated */
				public isAutoWhiteBalanceLockSupported(): boolean;
				/** @deprecated */
				public isSmoothZoomSupported(): boolean;
				/** @deprecated */
				public isVideoSnapshotSupported(): boolean;
				/** @deprecated */
				public isVideoStabilizationSupported(): boolean;
				/** @deprecated */
				public isZoomSupported(): boolean;
				/** @deprecated */
				public remove(key: string): void;
				/** @deprecated */
				public removeGpsData(): void;
				/** @deprecated */
				public set(key: string, value: number): void;
				/** @deprecated */
				public set(key: string, value: string): void;
				/** @deprecated */
				public setAntibanding(antibanding: string): void;
				/** @deprecated */
				public setAutoExposureLock(toggle: boolean): void;
				/** @deprecated */
				public setAutoWhiteBalanceLock(toggle: boolean): void;
				/** @deprecated */
				public setColorEffect(value: string): void;
				/** @deprecated */
				public setExposureCompensation(value: number): void;
				/** @deprecated */
				public setFlashMode(value: string): void;
				/** @deprecated */
				public setFocusAreas(focusAreas: java.util.List<android.hardware.Camera.Area>): void;
				/** @deprecated */
				public setFocusMode(value: string): void;
				/** @deprecated */
				public setGpsAltitude(altitude: number): void;
				/** @deprecated */
				public setGpsLatitude(latitude: number): void;
				/** @deprecated */
				public setGpsLongitude(longitude: number): void;
				/** @deprecated */
				public setGpsProcessingMethod(processing_method: string): void;
				/** @deprecated */
				public setGpsTimestamp(timestamp: number): void;
				/** @deprecated */
				public setJpegQuality(quality: number): void;
				/** @deprecated */
				public setJpegThumbnailQuality(quality: number): void;
				/** @deprecated */
				public setJpegThumbnailSize(width: number, height: number): void;
				/** @deprecated */
				public setMeteringAreas(meteringAreas: java.util.List<android.hardware.Camera.Area>): void;
				/** @deprecated */
				public setPictureFormat(pixel_format: number): void;
				/** @deprecated */
				public setPictureSize(width: number, height: number): void;
				/** @deprecated */
				public setPreviewFormat(pixel_format: number): void;
				/** @deprecated */
				public setPreviewFpsRange(min: number, max: number): void;
				/** @deprecated Deprecated in API 15 */
				public setPreviewFrameRate(fps: number): void;
				/** @deprecated */
				public setPreviewSize(width: number, height: number): void;
				/** @deprecated */
				public setRecordingHint(hint: boolean): void;
				/** @deprecated */
				public setRotation(rotation: number): void;
				/** @deprecated */
				public setSceneMode(value: string): void;
				/** @deprecated */
				public setVideoStabilization(toggle: boolean): void;
				/** @deprecated */
				public setWhiteBalance(value: string): void;
				/** @deprecated */
				public setZoom(value: number): void;
				/** @deprecated */
				public unflatten(flattened: string): void;
			}
			/** @deprecated Deprecated in API 21 */
			export class PreviewCallback extends java.lang.Object {
				public static class: java.lang.Class<android.hardware.Camera.PreviewCallback>;
				/**
				 * Constructs a new instance of the android.hardware.Camera$PreviewCallback interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
				 */
				public constructor(implementation: {
					onPreviewFrame(param0: androidNative.Array<number>, param1: android.hardware.Camera): void;
				});
				public constructor();
				/** @deprecated */
				public onPreviewFrame(param0: androidNative.Array<number>, param1: android.hardware.Camera): void;
			}
			/** @deprecated Deprecated in API 21 */
			export class Size extends java.lang.Object {
				public static class: java.lang.Class<android.hardware.Camera.Size>;
				/** @deprecated */
				public height: number;
				/** @deprecated */
				public width: number;
				/** @deprecated */
				public constructor(this$0: android.hardware.Camera, w: number, h: number);
				/** @deprecated */
				public equals(obj: any): boolean;
				/** @deprecated */
				public hashCode(): number;
			}
		}
	}
	export module location {
		export class Location extends java.lang.Object implements android.os.Parcelable {
			public static class: java.lang.Class<android.location.Location>;
			public static CREATOR: android.os.Parcelable.Creator<android.location.Location>;
			public static FORMAT_DEGREES: 0;
			public static FORMAT_MINUTES: 1;
			public static FORMAT_SECONDS: 2;
			public constructor(location: android.location.Location);
			public constructor(provider: string | null);
			public bearingTo(dest: android.location.Location): number;
			public static convert(coordinate: number, outputType: number): string;
			public static convert(coordinate: string): number;
			public describeContents(): number;
			public static distanceBetween(startLatitude: number, startLongitude: number, endLatitude: number, endLongitude: number, results: androidNative.Array<number>): void;
			public distanceTo(dest: android.location.Location): number;
			/** @deprecated Deprecated in API 33 */
			public dump(pw: android.util.Printer, prefix: string | null): void;
			public equals(o: any): boolean;
			public getAccuracy(): number;
			public getAltitude(): number;
			public getBearing(): number;
			/** @since 26 */
			public getBearingAccuracyDegrees(): number;
			/** @since 33 */
			public getElapsedRealtimeAgeMillis(): number;
			/** @since 33 */
			public getElapsedRealtimeAgeMillis(referenceRealtimeMs: number): number;
			/** @since 33 */
			public getElapsedRealtimeMillis(): number;
			public getElapsedRealtimeNanos(): number;
			/** @since 29 */
			public getElapsedRealtimeUncertaintyNanos(): number;
			public getExtras(): android.os.Bundle | null;
			public getLatitude(): number;
			public getLongitude(): number;
			/** @since 34 */
			public getMslAltitudeAccuracyMeters(): number;
			/** @since 34 */
			public getMslAltitudeMeters(): number;
			public getProvider(): string | null;
			public getSpeed(): number;
			/** @since 26 */
			public getSpeedAccuracyMetersPerSecond(): number;
			public getTime(): number;
			/** @since 26 */
			public getVerticalAccuracyMeters(): number;
			public hasAccuracy(): boolean;
			public hasAltitude(): boolean;
			public hasBearing(): boolean;
			/** @since 26 */
			public hasBearingAccuracy(): boolean;
			/** @since 29 */
			public hasElapsedRealtimeUncertaintyNanos(): boolean;
			/** @since 34 */
			public hasMslAltitude(): boolean;
			/** @since 34 */
			public hasMslAltitudeAccuracy(): boolean;
			public hasSpeed(): boolean;
			/** @since 26 */
			public hasSpeedAccuracy(): boolean;
			/** @since 26 */
			public hasVerticalAccuracy(): boolean;
			public hashCode(): number;
			/** @since 33 */
			public isComplete(): boolean;
			/** @deprecated Deprecated in API 31 */
			public isFromMockProvider(): boolean;
			/** @since 31 */
			public isMock(): boolean;
			public removeAccuracy(): void;
			public removeAltitude(): void;
			public removeBearing(): void;
			/** @since 33 */
			public removeBearingAccuracy(): void;
			/** @since 33 */
			public removeElapsedRealtimeUncertaintyNanos(): void;
			/** @since 34 */
			public removeMslAltitude(): void;
			/** @since 34 */
			public removeMslAltitudeAccuracy(): void;
			public removeSpeed(): void;
			/** @since 33 */
			public removeSpeedAccuracy(): void;
			/** @since 33 */
			public removeVerticalAccuracy(): void;
			public reset(): void;
			public set(location: android.location.Location): void;
			public setAccuracy(horizontalAccuracyMeters: number): void;
			public setAltitude(altitudeMeters: number): void;
			public setBearing(bearingDegrees: number): void;
			/** @since 26 */
			public setBearingAccuracyDegrees(bearingAccuracyDegrees: number): void;
			public setElapsedRealtimeNanos(elapsedRealtimeNs: number): void;
			/** @since 29 */
			public setElapsedRealtimeUncertaintyNanos(elapsedRealtimeUncertaintyNs: number): void;
			public setExtras(extras: android.os.Bundle | null): void;
			public setLatitude(latitudeDegrees: number): void;
			public setLongitude(longitudeDegrees: number): void;
			/** @since 31 */
			public setMock(mock: boolean): void;
			/** @since 34 */
			public setMslAltitudeAccuracyMeters(mslAltitudeAccuracyMeters: number): void;
			/** @since 34 */
			public setMslAltitudeMeters(mslAltitudeMeters: number): void;
			public setProvider(provider: string | null): void;
			public setSpeed(speedMetersPerSecond: number): void;
			/** @since 26 */
			public setSpeedAccuracyMetersPerSecond(speedAccuracyMeterPerSecond: number): void;
			public setTime(timeMs: number): void;
			/** @since 26 */
			public setVerticalAccuracyMeters(altitudeAccuracyMeters: number): void;
			public toString(): string;
			public writeToParcel(parcel: android.os.Parcel, flags: number): void;
			public writeToParcel(param0: android.os.Parcel, param1: number): void;
		}
		export class LocationListener extends java.lang.Object {
			public static class: java.lang.Class<android.location.LocationListener>;
			/**
			 * Constructs a new instance of the android.location.LocationListener interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
			 */
			public constructor(implementation: {
				onFlushComplete(requestCode: number): void;
				onLocationChanged(param0: android.location.Location): void;
				onLocationChanged(locations: java.util.List<android.location.Location>): void;
				onProviderDisabled(provider: string): void;
				onProviderEnabled(provider: string): void;
				onStatusChanged(provider: string, status: number, extras: android.os.Bundle): void;
			});
			public constructor();
			/** @since 31 */
			public onFlushComplete(requestCode: number): void;
			public onLocationChanged(param0: android.location.Location): void;
			/** @since 31 */
			public onLocationChanged(locations: java.util.List<android.location.Location>): void;
			public onProviderDisabled(provider: string): void;
			public onProviderEnabled(provider: string): void;
			/** @deprecated Deprecated in API 29 */
			public onStatusChanged(provider: string, status: number, extras: android.os.Bundle): void;
		}
		export class LocationManager extends java.lang.Object {
			public static class: java.lang.Class<android.location.LocationManager>;
			/** @since 31 */
			public static ACTION_GNSS_CAPABILITIES_CHANGED: "android.location.action.GNSS_CAPABILITIES_CHANGED";
			/** @since 31 */
			public static EXTRA_GNSS_CAPABILITIES: "android.location.extra.GNSS_CAPABILITIES";
			/** @since 30 */
			public static EXTRA_LOCATION_ENABLED: "android.location.extra.LOCATION_ENABLED";
			/** @since 30 */
			public static EXTRA_PROVIDER_ENABLED: "android.location.extra.PROVIDER_ENABLED";
			/** @since 29 */
			public static EXTRA_PROVIDER_NAME: "android.location.extra.PROVIDER_NAME";
			/** @since 31 */
			public static FUSED_PROVIDER: "fused";
			public static GPS_PROVIDER: "gps";
			/** @since 31 */
			public static KEY_FLUSH_COMPLETE: "flushComplete";
			/** @since 31 */
			public static KEY_LOCATIONS: "locations";
			public static KEY_LOCATION_CHANGED: "location";
			public static KEY_PROVIDER_ENABLED: "providerEnabled";
			public static KEY_PROXIMITY_ENTERING: "entering";
			/** @deprecated Deprecated in API 29 */
			public static KEY_STATUS_CHANGED: "status";
			public static MODE_CHANGED_ACTION: "android.location.MODE_CHANGED";
			public static NETWORK_PROVIDER: "network";
			public static PASSIVE_PROVIDER: "passive";
			public static PROVIDERS_CHANGED_ACTION: "android.location.PROVIDERS_CHANGED";
			/** @deprecated Deprecated in API 24 */
			public addGpsStatusListener(listener: android.location.GpsStatus.Listener): boolean;
			/** @deprecated Deprecated in API 24 */
			public addNmeaListener(listener: android.location.GpsStatus.NmeaListener): boolean;
			/** @since 24
			 *  @deprecated Deprecated in API 30 */
			public addNmeaListener(listener: android.location.OnNmeaMessageListener): boolean;
			/** @since 24 */
			public addNmeaListener(listener: android.location.OnNmeaMessageListener, handler: android.os.Handler | null): boolean;
			/** @since 30 */
			public addNmeaListener(executor: java.util.concurrent.Executor, listener: android.location.OnNmeaMessageListener): boolean;
			public addProximityAlert(latitude: number, longitude: number, radius: number, expiration: number, pendingIntent: android.app.PendingIntent): void;
			/** @since 31 */
			public addTestProvider(provider: string, properties: android.location.provider.ProviderProperties): void;
			/** @since 31 */
			public addTestProvider(provider: string, properties: android.location.provider.ProviderProperties, extraAttributionTags: java.util.Set<string>): void;
			public addTestProvider(provider: string, requiresNetwork: boolean, requiresSatellite: boolean, requiresCell: boolean, hasMonetaryCost: boolean, supportsAltitude: boolean, supportsSpeed: boolean, supportsBearing: boolean, powerUsage: number, accuracy: number): void;
			/** @deprecated Deprecated in API 29 */
			public clearTestProviderEnabled(provider: string): void;
			/** @deprecated Deprecated in API 29 */
			public clearTestProviderLocation(provider: string): void;
			/** @deprecated Deprecated in API 29 */
			public clearTestProviderStatus(provider: string): void;
			public getAllProviders(): java.util.List<string>;
			/** @deprecated Deprecated in API 34 */
			public getBestProvider(criteria: android.location.Criteria, enabledOnly: boolean): string | null;
			/** @since 31 */
			public getCurrentLocation(provider: string, locationRequest: android.location.LocationRequest, cancellationSignal: android.os.CancellationSignal | null, executor: java.util.concurrent.Executor, consumer: any /* any*/): void;
			/** @since 30 */
			public getCurrentLocation(provider: string, cancellationSignal: android.os.CancellationSignal | null, executor: java.util.concurrent.Executor, consumer: any /* any*/): void;
			/** @since 31 */
			public getGnssAntennaInfos(): java.util.List<android.location.GnssAntennaInfo> | null;
			/** @since 30 */
			public getGnssCapabilities(): android.location.GnssCapabilities;
			/** @since 28 */
			public getGnssHardwareModelName(): string | null;
			/** @since 28 */
			public getGnssYearOfHardware(): number;
			/** @deprecated Deprecated in API 24 */
			public getGpsStatus(status: android.location.GpsStatus | null): android.location.GpsStatus | null;
			public getLastKnownLocation(provider: string): android.location.Location | null;
			/** @deprecated Deprecated in API 31 */
			public getProvider(provider: string): android.location.LocationProvider | null;
			/** @since 31 */
			public getProviderProperties(provider: string): android.location.provider.ProviderProperties | null;
			/** @deprecated Deprecated in API 34 */
			public getProviders(criteria: android.location.Criteria, enabledOnly: boolean): java.util.List<string>;
			public getProviders(enabledOnly: boolean): java.util.List<string>;
			/** @since 31 */
			public hasProvider(provider: string): boolean;
			/** @since 28 */
			public isLocationEnabled(): boolean;
			public isProviderEnabled(provider: string): boolean;
			/** @since 30 */
			public registerAntennaInfoListener(executor: java.util.concurrent.Executor, listener: android.location.GnssAntennaInfo.Listener): boolean;
			/** @since 31 */
			public registerGnssMeasurementsCallback(request: android.location.GnssMeasurementRequest, executor: java.util.concurrent.Executor, callback: android.location.GnssMeasurementsEvent.Callback): boolean;
			/** @since 24
			 *  @deprecated Deprecated in API 30 */
			public registerGnssMeasurementsCallback(callback: android.location.GnssMeasurementsEvent.Callback): boolean;
			/** @since 24 */
			public registerGnssMeasurementsCallback(callback: android.location.GnssMeasurementsEvent.Callback, handler: android.os.Handler | null): boolean;
			/** @since 30 */
			public registerGnssMeasurementsCallback(executor: java.util.concurrent.Executor, callback: android.location.GnssMeasurementsEvent.Callback): boolean;
			/** @since 24
			 *  @deprecated Deprecated in API 30 */
			public registerGnssNavigationMessageCallback(callback: android.location.GnssNavigationMessage.Callback): boolean;
			/** @since 24 */
			public registerGnssNavigationMessageCallback(callback: android.location.GnssNavigationMessage.Callback, handler: android.os.Handler | null): boolean;
			/** @since 30 */
			public registerGnssNavigationMessageCallback(executor: java.util.concurrent.Executor, callback: android.location.GnssNavigationMessage.Callback): boolean;
			/** @since 24
			 *  @deprecated Deprecated in API 30 */
			public registerGnssStatusCallback(callback: android.location.GnssStatus.Callback): boolean;
			/** @since 24 */
			public registerGnssStatusCallback(callback: android.location.GnssStatus.Callback, handler: android.os.Handler | null): boolean;
			/** @since 30 */
			public registerGnssStatusCallback(executor: java.util.concurrent.Executor, callback: android.location.GnssStatus.Callback): boolean;
			/** @deprecated Deprecated in API 24 */
			public removeGpsStatusListener(listener: android.location.GpsStatus.Listener): void;
			/** @deprecated Deprecated in API 24 */
			public removeNmeaListener(listener: android.location.GpsStatus.NmeaListener): void;
			/** @since 24 */
			public removeNmeaListener(listener: android.location.OnNmeaMessageListener): void;
			public removeProximityAlert(intent: android.app.PendingIntent): void;
			public removeTestProvider(provider: string): void;
			public removeUpdates(pendingIntent: android.app.PendingIntent): void;
			public removeUpdates(listener: android.location.LocationListener): void;
			/** @since 31 */
			public requestFlush(provider: string, pendingIntent: android.app.PendingIntent, requestCode: number): void;
			/** @since 31 */
			public requestFlush(provider: string, listener: android.location.LocationListener, requestCode: number): void;
			/** @since 31 */
			public requestLocationUpdates(provider: string, locationRequest: android.location.LocationRequest, pendingIntent: android.app.PendingIntent): void;
			/** @since 31 */
			public requestLocationUpdates(provider: string, locationRequest: android.location.LocationRequest, executor: java.util.concurrent.Executor, listener: android.location.LocationListener): void;
			public requestLocationUpdates(provider: string, minTimeMs: number, minDistanceM: number, pendingIntent: android.app.PendingIntent): void;
			public requestLocationUpdates(provider: string, minTimeMs: number, minDistanceM: number, listener: android.location.LocationListener): void;
			public requestLocationUpdates(provider: string, minTimeMs: number, minDistanceM: number, listener: android.location.LocationListener, looper: android.os.Looper | null): void;
			/** @since 30 */
			public requestLocationUpdates(provider: string, minTimeMs: number, minDistanceM: number, executor: java.util.concurrent.Executor, listener: android.location.LocationListener): void;
			/** @deprecated Deprecated in API 31 */
			public requestLocationUpdates(minTimeMs: number, minDistanceM: number, criteria: android.location.Criteria, pendingIntent: android.app.PendingIntent): void;
			/** @deprecated Deprecated in API 31 */
			public requestLocationUpdates(minTimeMs: number, minDistanceM: number, criteria: android.location.Criteria, listener: android.location.LocationListener, looper: android.os.Looper | null): void;
			/** @since 30
			 *  @deprecated Deprecated in API 31 */
			public requestLocationUpdates(minTimeMs: number, minDistanceM: number, criteria: android.location.Criteria, executor: java.util.concurrent.Executor, listener: android.location.LocationListener): void;
			/** @deprecated Deprecated in API 30 */
			public requestSingleUpdate(criteria: android.location.Criteria, pendingIntent: android.app.PendingIntent): void;
			/** @deprecated Deprecated in API 30 */
			public requestSingleUpdate(criteria: android.location.Criteria, listener: android.location.LocationListener, looper: android.os.Looper | null): void;
			/** @deprecated Deprecated in API 30 */
			public requestSingleUpdate(provider: string, pendingIntent: android.app.PendingIntent): void;
			/** @deprecated Deprecated in API 30 */
			public requestSingleUpdate(provider: string, listener: android.location.LocationListener, looper: android.os.Looper | null): void;
			public sendExtraCommand(provider: string, command: string, extras: android.os.Bundle | null): boolean;
			public setTestProviderEnabled(provider: string, enabled: boolean): void;
			public setTestProviderLocation(provider: string, location: android.location.Location): void;
			/** @deprecated Deprecated in API 29 */
			public setTestProviderStatus(provider: string, status: number, extras: android.os.Bundle | null, updateTime: number): void;
			/** @since 30 */
			public unregisterAntennaInfoListener(listener: android.location.GnssAntennaInfo.Listener): void;
			/** @since 24 */
			public unregisterGnssMeasurementsCallback(callback: android.location.GnssMeasurementsEvent.Callback): void;
			/** @since 24 */
			public unregisterGnssNavigationMessageCallback(callback: android.location.GnssNavigationMessage.Callback): void;
			/** @since 24 */
			public unregisterGnssStatusCallback(callback: android.location.GnssStatus.Callback): void;
		}
	}
	export module media {
		export class AudioManager extends java.lang.Object {
			public static class: java.lang.Class<android.media.AudioManager>;
			public static ACTION_AUDIO_BECOMING_NOISY: "android.media.AUDIO_BECOMING_NOISY";
			public static ACTION_HDMI_AUDIO_PLUG: "android.media.action.HDMI_AUDIO_PLUG";
			public static ACTION_HEADSET_PLUG: "android.intent.action.HEADSET_PLUG";
			/** @since 28 */
			public static ACTION_MICROPHONE_MUTE_CHANGED: "android.media.action.MICROPHONE_MUTE_CHANGED";
			/** @deprecated Deprecated in API 15 */
			public static ACTION_SCO_AUDIO_STATE_CHANGED: "android.media.SCO_AUDIO_STATE_CHANGED";
			/** @deprecated */
			public static ACTION_SCO_AUDIO_STATE_UPDATED: "android.media.ACTION_SCO_AUDIO_STATE_UPDATED";
			/** @since 29
			 *  @deprecated */
			public static ACTION_SPEAKERPHONE_STATE_CHANGED: "android.media.action.SPEAKERPHONE_STATE_CHANGED";
			public static ADJUST_LOWER: -1;
			/** @since 23 */
			public static ADJUST_MUTE: -100;
			public static ADJUST_RAISE: 1;
			public static ADJUST_SAME: 0;
			/** @since 23 */
			public static ADJUST_TOGGLE_MUTE: 101;
			/** @since 23 */
			public static ADJUST_UNMUTE: 100;
			public static AUDIOFOCUS_GAIN: 1;
			public static AUDIOFOCUS_GAIN_TRANSIENT: 2;
			public static AUDIOFOCUS_GAIN_TRANSIENT_EXCLUSIVE: 4;
			public static AUDIOFOCUS_GAIN_TRANSIENT_MAY_DUCK: 3;
			public static AUDIOFOCUS_LOSS: -1;
			public static AUDIOFOCUS_LOSS_TRANSIENT: -2;
			public static AUDIOFOCUS_LOSS_TRANSIENT_CAN_DUCK: -3;
			/** @since 26 */
			public static AUDIOFOCUS_NONE: 0;
			/** @since 26 */
			public static AUDIOFOCUS_REQUEST_DELAYED: 2;
			public static AUDIOFOCUS_REQUEST_FAILED: 0;
			public static AUDIOFOCUS_REQUEST_GRANTED: 1;
			public static AUDIO_SESSION_ID_GENERATE: 0;
			/** @since 33 */
			public static DIRECT_PLAYBACK_BITSTREAM_SUPPORTED: 4;
			/** @since 33 */
			public static DIRECT_PLAYBACK_NOT_SUPPORTED: 0;
			/** @since 33 */
			public static DIRECT_PLAYBACK_OFFLOAD_GAPLESS_SUPPORTED: 3;
			/** @since 33 */
			public static DIRECT_PLAYBACK_OFFLOAD_SUPPORTED: 1;
			/** @since 31 */
			public static ENCODED_SURROUND_OUTPUT_ALWAYS: 2;
			/** @since 31 */
			public static ENCODED_SURROUND_OUTPUT_AUTO: 0;
			/** @since 31 */
			public static ENCODED_SURROUND_OUTPUT_MANUAL: 3;
			/** @since 31 */
			public static ENCODED_SURROUND_OUTPUT_NEVER: 1;
			/** @since 31 */
			public static ENCODED_SURROUND_OUTPUT_UNKNOWN: -1;
			public static ERROR: -1;
			public static ERROR_DEAD_OBJECT: -6;
			public static EXTRA_AUDIO_PLUG_STATE: "android.media.extra.AUDIO_PLUG_STATE";
			public static EXTRA_ENCODINGS: "android.media.extra.ENCODINGS";
			public static EXTRA_MAX_CHANNEL_COUNT: "android.media.extra.MAX_CHANNEL_COUNT";
			public static EXTRA_RINGER_MODE: "android.media.EXTRA_RINGER_MODE";
			/** @deprecated */
			public static EXTRA_SCO_AUDIO_PREVIOUS_STATE: "android.media.extra.SCO_AUDIO_PREVIOUS_STATE";
			/** @deprecated */
			public static EXTRA_SCO_AUDIO_STATE: "android.media.extra.SCO_AUDIO_STATE";
			/** @deprecated Deprecated in API 16 */
			public static EXTRA_VIBRATE_SETTING: "android.media.EXTRA_VIBRATE_SETTING";
			/** @deprecated Deprecated in API 16 */
			public static EXTRA_VIBRATE_TYPE: "android.media.EXTRA_VIBRATE_TYPE";
			public static FLAG_ALLOW_RINGER_MODES: 2;
			public static FLAG_PLAY_SOUND: 4;
			public static FLAG_REMOVE_SOUND_AND_VIBRATE: 8;
			public static FLAG_SHOW_UI: 1;
			public static FLAG_VIBRATE: 16;
			/** @since 31 */
			public static FX_BACK: 10;
			public static FX_FOCUS_NAVIGATION_DOWN: 2;
			public static FX_FOCUS_NAVIGATION_LEFT: 3;
			public static FX_FOCUS_NAVIGATION_RIGHT: 4;
			public static FX_FOCUS_NAVIGATION_UP: 1;
			public static FX_KEYPRESS_DELETE: 7;
			public static FX_KEYPRESS_INVALID: 9;
			public static FX_KEYPRESS_RETURN: 8;
			public static FX_KEYPRESS_SPACEBAR: 6;
			public static FX_KEYPRESS_STANDARD: 5;
			public static FX_KEY_CLICK: 0;
			/** @since 23 */
			public static GET_DEVICES_ALL: 3;
			/** @since 23 */
			public static GET_DEVICES_INPUTS: 1;
			/** @since 23 */
			public static GET_DEVICES_OUTPUTS: 2;
			public static MODE_ASSISTANT_CONVERSATION: 7;
			/** @since 33 */
			public static MODE_CALL_REDIRECT: 5;
			/** @since 30 */
			public static MODE_CALL_SCREENING: 4;
			/** @since 33 */
			public static MODE_COMMUNICATION_REDIRECT: 6;
			public static MODE_CURRENT: -1;
			public static MODE_INVALID: -2;
			public static MODE_IN_CALL: 2;
			public static MODE_IN_COMMUNICATION: 3;
			public static MODE_NORMAL: 0;
			public static MODE_RINGTONE: 1;
			/** @deprecated Deprecated in API 15 */
			public static NUM_STREAMS: 5;
			/** @since 31 */
			public static PLAYBACK_OFFLOAD_GAPLESS_SUPPORTED: 2;
			/** @since 31 */
			public static PLAYBACK_OFFLOAD_NOT_SUPPORTED: 0;
			/** @since 31 */
			public static PLAYBACK_OFFLOAD_SUPPORTED: 1;
			public static PROPERTY_OUTPUT_FRAMES_PER_BUFFER: "android.media.property.OUTPUT_FRAMES_PER_BUFFER";
			public static PROPERTY_OUTPUT_SAMPLE_RATE: "android.media.property.OUTPUT_SAMPLE_RATE";
			/** @since 24 */
			public static PROPERTY_SUPPORT_AUDIO_SOURCE_UNPROCESSED: "android.media.property.SUPPORT_AUDIO_SOURCE_UNPROCESSED";
			/** @since 23 */
			public static PROPERTY_SUPPORT_MIC_NEAR_ULTRASOUND: "android.media.property.SUPPORT_MIC_NEAR_ULTRASOUND";
			/** @since 23 */
			public static PROPERTY_SUPPORT_SPEAKER_NEAR_ULTRASOUND: "android.media.property.SUPPORT_SPEAKER_NEAR_ULTRASOUND";
			public static RINGER_MODE_CHANGED_ACTION: "android.media.RINGER_MODE_CHANGED";
			public static RINGER_MODE_NORMAL: 2;
			public static RINGER_MODE_SILENT: 0;
			public static RINGER_MODE_VIBRATE: 1;
			/** @deprecated Deprecated in API 15 */
			public static ROUTE_ALL: -1;
			/** @deprecated Deprecated in API 15 */
			public static ROUTE_BLUETOOTH: 4;
			/** @deprecated Deprecated in API 15 */
			public static ROUTE_BLUETOOTH_A2DP: 16;
			/** @deprecated Deprecated in API 15 */
			public static ROUTE_BLUETOOTH_SCO: 4;
			/** @deprecated Deprecated in API 15 */
			public static ROUTE_EARPIECE: 1;
			/** @deprecated Deprecated in API 15 */
			public static ROUTE_HEADSET: 8;
			/** @deprecated Deprecated in API 15 */
			public static ROUTE_SPEAKER: 2;
			/** @deprecated */
			public static SCO_AUDIO_STATE_CONNECTED: 1;
			/** @deprecated */
			public static SCO_AUDIO_STATE_CONNECTING: 2;
			/** @deprecated */
			public static SCO_AUDIO_STATE_DISCONNECTED: 0;
			/** @deprecated */
			public static SCO_AUDIO_STATE_ERROR: -1;
			/** @since 26 */
			public static STREAM_ACCESSIBILITY: 10;
			public static STREAM_ALARM: 4;
			public static STREAM_ASSISTANT: 11;
			public static STREAM_DTMF: 8;
			public static STREAM_MUSIC: 3;
			public static STREAM_NOTIFICATION: 5;
			public static STREAM_RING: 2;
			public static STREAM_SYSTEM: 1;
			public static STREAM_VOICE_CALL: 0;
			public static USE_DEFAULT_STREAM_TYPE: -2147483648;
			/** @deprecated Deprecated in API 16 */
			public static VIBRATE_SETTING_CHANGED_ACTION: "android.media.VIBRATE_SETTING_CHANGED";
			/** @deprecated Deprecated in API 16 */
			public static VIBRATE_SETTING_OFF: 0;
			/** @deprecated Deprecated in API 16 */
			public static VIBRATE_SETTING_ON: 1;
			/** @deprecated Deprecated in API 16 */
			public static VIBRATE_SETTING_ONLY_SILENT: 2;
			/** @deprecated Deprecated in API 16 */
			public static VIBRATE_TYPE_NOTIFICATION: 1;
			/** @deprecated Deprecated in API 16 */
			public static VIBRATE_TYPE_RINGER: 0;
			/** @deprecated Deprecated in API 26 */
			public abandonAudioFocus(l: android.media.AudioManager.OnAudioFocusChangeListener): number;
			/** @since 26 */
			public abandonAudioFocusRequest(focusRequest: android.media.AudioFocusRequest): number;
			/** @since 31 */
			public addOnCommunicationDeviceChangedListener(executor: java.util.concurrent.Executor, listener: android.media.AudioManager.OnCommunicationDeviceChangedListener): void;
			/** @since 31 */
			public addOnModeChangedListener(executor: java.util.concurrent.Executor, listener: android.media.AudioManager.OnModeChangedListener): void;
			/** @since 34 */
			public addOnPreferredMixerAttributesChangedListener(executor: java.util.concurrent.Executor, listener: android.media.AudioManager.OnPreferredMixerAttributesChangedListener): void;
			public adjustStreamVolume(streamType: number, direction: number, flags: number): void;
			public adjustSuggestedStreamVolume(direction: number, suggestedStreamType: number, flags: number): void;
			public adjustVolume(direction: number, flags: number): void;
			/** @since 34 */
			public adjustVolumeGroupVolume(groupId: number, direction: number, flags: number): void;
			/** @since 31 */
			public clearCommunicationDevice(): void;
			/** @since 34 */
			public clearPreferredMixerAttributes(attributes: any, device: android.media.AudioDeviceInfo): boolean;
			public dispatchMediaKeyEvent(keyEvent: android.view.KeyEvent): void;
			public generateAudioSessionId(): number;
			/** @since 26 */
			public getActivePlaybackConfigurations(): java.util.List<android.media.AudioPlaybackConfiguration>;
			/** @since 24 */
			public getActiveRecordingConfigurations(): java.util.List<android.media.AudioRecordingConfiguration>;
			/** @since 29 */
			public getAllowedCapturePolicy(): number;
			/** @since 33 */
			public getAudioDevicesForAttributes(attributes: any): java.util.List<android.media.AudioDeviceInfo>;
			/** @since 31 */
			public getAudioHwSyncForSession(sessionId: number): number;
			/** @since 31 */
			public getAvailableCommunicationDevices(): java.util.List<android.media.AudioDeviceInfo>;
			/** @since 31 */
			public getCommunicationDevice(): android.media.AudioDeviceInfo | null;
			/** @since 23 */
			public getDevices(flags: number): androidNative.Array<android.media.AudioDeviceInfo>;
			/** @since 33 */
			public static getDirectPlaybackSupport(format: android.media.AudioFormat, attributes: any): number;
			/** @since 33 */
			public getDirectProfilesForAttributes(attributes: any): java.util.List<android.media.AudioProfile>;
			/** @since 31 */
			public getEncodedSurroundMode(): number;
			/** @since 28 */
			public getMicrophones(): java.util.List<android.media.MicrophoneInfo>;
			public getMode(): number;
			public getParameters(keys: string): string;
			/** @since 31
			 *  @deprecated Deprecated in API 33 */
			public static getPlaybackOffloadSupport(format: android.media.AudioFormat, attributes: any): number;
			/** @since 34 */
			public getPreferredMixerAttributes(attributes: any, device: android.media.AudioDeviceInfo): android.media.AudioMixerAttributes | null;
			public getProperty(key: string): string;
			public getRingerMode(): number;
			/** @deprecated Deprecated in API 15 */
			public getRouting(mode: number): number;
			/** @since 32 */
			public getSpatializer(): android.media.Spatializer;
			public getStreamMaxVolume(streamType: number): number;
			/** @since 28 */
			public getStreamMinVolume(streamType: number): number;
			public getStreamVolume(streamType: number): number;
			/** @since 28 */
			public getStreamVolumeDb(streamType: number, index: number, deviceType: number): number;
			/** @since 35 */
			public getSupportedDeviceTypes(direction: number): java.util.Set<java.lang.Integer>;
			/** @since 34 */
			public getSupportedMixerAttributes(device: android.media.AudioDeviceInfo): java.util.List<android.media.AudioMixerAttributes>;
			/** @deprecated Deprecated in API 16 */
			public getVibrateSetting(vibrateType: number): number;
			/** @since 34 */
			public getVolumeGroupIdForAttributes(attributes: any): number;
			/** @deprecated Deprecated in API 26 */
			public isBluetoothA2dpOn(): boolean;
			/** @deprecated */
			public isBluetoothScoAvailableOffCall(): boolean;
			/** @deprecated Deprecated in API 34 */
			public isBluetoothScoOn(): boolean;
			/** @since 30 */
			public isCallScreeningModeSupported(): boolean;
			/** @since 29 */
			public static isHapticPlaybackSupported(): boolean;
			public isMicrophoneMute(): boolean;
			public isMusicActive(): boolean;
			/** @since 29 */
			public static isOffloadedPlaybackSupported(format: android.media.AudioFormat, attributes: any): boolean;
			/** @since 33 */
			public isRampingRingerEnabled(): boolean;
			/** @deprecated Deprecated in API 34 */
			public isSpeakerphoneOn(): boolean;
			/** @since 23 */
			public isStreamMute(streamType: number): boolean;
			/** @since 31 */
			public isSurroundFormatEnabled(audioFormat: number): boolean;
			public isVolumeFixed(): boolean;
			/** @since 34 */
			public isVolumeGroupMuted(groupId: number): boolean;
			/** @deprecated Deprecated in API 15 */
			public isWiredHeadsetOn(): boolean;
			public loadSoundEffects(): void;
			public playSoundEffect(effectType: number): void;
			public playSoundEffect(effectType: number, volume: number): void;
			/** @since 23 */
			public registerAudioDeviceCallback(callback: android.media.AudioDeviceCallback, handler: android.os.Handler | null): void;
			/** @since 26 */
			public registerAudioPlaybackCallback(cb: android.media.AudioManager.AudioPlaybackCallback, handler: android.os.Handler | null): void;
			/** @since 24 */
			public registerAudioRecordingCallback(cb: android.media.AudioManager.AudioRecordingCallback, handler: android.os.Handler | null): void;
			/** @deprecated Deprecated in API 21 */
			public registerMediaButtonEventReceiver(eventReceiver: android.app.PendingIntent): void;
			/** @deprecated Deprecated in API 21 */
			public registerMediaButtonEventReceiver(eventReceiver: android.content.ComponentName): void;
			/** @deprecated Deprecated in API 21 */
			public registerRemoteControlClient(rcClient: android.media.RemoteControlClient): void;
			/** @deprecated Deprecated in API 21 */
			public registerRemoteController(rctlr: android.media.RemoteController): boolean;
			/** @since 31 */
			public removeOnCommunicationDeviceChangedListener(listener: android.media.AudioManager.OnCommunicationDeviceChangedListener): void;
			/** @since 31 */
			public removeOnModeChangedListener(listener: android.media.AudioManager.OnModeChangedListener): void;
			/** @since 34 */
			public removeOnPreferredMixerAttributesChangedListener(listener: android.media.AudioManager.OnPreferredMixerAttributesChangedListener): void;
			/** @since 26 */
			public requestAudioFocus(focusRequest: android.media.AudioFocusRequest): number;
			/** @deprecated Deprecated in API 26 */
			public requestAudioFocus(l: android.media.AudioManager.OnAudioFocusChangeListener, streamType: number, durationHint: number): number;
			/** @since 29 */
			public setAllowedCapturePolicy(capturePolicy: number): void;
			/** @deprecated Deprecated in API 15 */
			public setBluetoothA2dpOn(on: boolean): void;
			/** @deprecated */
			public setBluetoothScoOn(on: boolean): void;
			/** @since 31 */
			public setCommunicationDevice(device: android.media.AudioDeviceInfo): boolean;
			/** @since 31 */
			public setEncodedSurroundMode(mode: number): boolean;
			public setMicrophoneMute(on: boolean): void;
			public setMode(mode: number): void;
			public setParameters(keyValuePairs: string): void;
			/** @since 34 */
			public setPreferredMixerAttributes(attributes: any, device: android.media.AudioDeviceInfo, mixerAttributes: android.media.AudioMixerAttributes): boolean;
			public setRingerMode(ringerMode: number): void;
			/** @deprecated Deprecated in API 15 */
			public setRouting(mode: number, routes: number, mask: number): void;
			/** @deprecated Deprecated in API 34 */
			public setSpeakerphoneOn(on: boolean): void;
			/** @deprecated Deprecated in API 23 */
			public setStreamMute(streamType: number, state: boolean): void;
			/** @deprecated Deprecated in API 23 */
			public setStreamSolo(streamType: number, state: boolean): void;
			public setStreamVolume(streamType: number, index: number, flags: number): void;
			/** @since 31 */
			public setSurroundFormatEnabled(audioFormat: number, enabled: boolean): boolean;
			/** @deprecated Deprecated in API 16 */
			public setVibrateSetting(vibrateType: number, vibrateSetting: number): void;
			/** @deprecated Deprecated in API 15 */
			public setWiredHeadsetOn(on: boolean): void;
			/** @deprecated Deprecated in API 16 */
			public shouldVibrate(vibrateType: number): boolean;
			/** @deprecated Deprecated in API 34 */
			public startBluetoothSco(): void;
			/** @deprecated Deprecated in API 34 */
			public stopBluetoothSco(): void;
			public unloadSoundEffects(): void;
			/** @since 23 */
			public unregisterAudioDeviceCallback(callback: android.media.AudioDeviceCallback): void;
			/** @since 26 */
			public unregisterAudioPlaybackCallback(cb: android.media.AudioManager.AudioPlaybackCallback): void;
			/** @since 24 */
			public unregisterAudioRecordingCallback(cb: android.media.AudioManager.AudioRecordingCallback): void;
			/** @deprecated Deprecated in API 21 */
			public unregisterMediaButtonEventReceiver(eventReceiver: android.app.PendingIntent): void;
			/** @deprecated Deprecated in API 21 */
			public unregisterMediaButtonEventReceiver(eventReceiver: android.content.ComponentName): void;
			/** @deprecated Deprecated in API 21 */
			public unregisterRemoteControlClient(rcClient: android.media.RemoteControlClient): void;
			/** @deprecated Deprecated in API 21 */
			public unregisterRemoteController(rctlr: android.media.RemoteController): void;
		}
		/** @since 29 */
		export class AudioRecordingMonitor extends java.lang.Object {
			public static class: java.lang.Class<android.media.AudioRecordingMonitor>;
			/**
			 * Constructs a new instance of the android.media.AudioRecordingMonitor interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
			 */
			public constructor(implementation: {
				getActiveRecordingConfiguration(): android.media.AudioRecordingConfiguration | null;
				registerAudioRecordingCallback(param0: java.util.concurrent.Executor, param1: android.media.AudioManager.AudioRecordingCallback): void;
				unregisterAudioRecordingCallback(param0: android.media.AudioManager.AudioRecordingCallback): void;
			});
			public constructor();
			public getActiveRecordingConfiguration(): android.media.AudioRecordingConfiguration | null;
			public registerAudioRecordingCallback(param0: java.util.concurrent.Executor, param1: android.media.AudioManager.AudioRecordingCallback): void;
			public unregisterAudioRecordingCallback(param0: android.media.AudioManager.AudioRecordingCallback): void;
		}
		/** @since 24 */
		export class AudioRouting extends java.lang.Object {
			public static class: java.lang.Class<android.media.AudioRouting>;
			/**
			 * Constructs a new instance of the android.media.AudioRouting interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
			 */
			public constructor(implementation: {
				addOnRoutingChangedListener(param0: android.media.AudioRouting.OnRoutingChangedListener, param1: android.os.Handler): void;
				getPreferredDevice(): android.media.AudioDeviceInfo;
				getRoutedDevice(): android.media.AudioDeviceInfo;
				getRoutedDevices(): java.util.List<android.media.AudioDeviceInfo>;
				removeOnRoutingChangedListener(param0: android.media.AudioRouting.OnRoutingChangedListener): void;
				setPreferredDevice(param0: android.media.AudioDeviceInfo): boolean;
			});
			public constructor();
			public addOnRoutingChangedListener(param0: android.media.AudioRouting.OnRoutingChangedListener, param1: android.os.Handler): void;
			public getPreferredDevice(): android.media.AudioDeviceInfo;
			public getRoutedDevice(): android.media.AudioDeviceInfo;
			/** @since 36 */
			public getRoutedDevices(): java.util.List<android.media.AudioDeviceInfo>;
			public removeOnRoutingChangedListener(param0: android.media.AudioRouting.OnRoutingChangedListener): void;
			public setPreferredDevice(param0: android.media.AudioDeviceInfo): boolean;
		}
		export class MediaPlayer extends java.lang.Object implements android.media.AudioRouting, android.media.VolumeAutomation {
			public static class: java.lang.Class<android.media.MediaPlayer>;
			public static MEDIA_ERROR_IO: -1004;
			public static MEDIA_ERROR_MALFORMED: -1007;
			public static MEDIA_ERROR_NOT_VALID_FOR_PROGRESSIVE_PLAYBACK: 200;
			public static MEDIA_ERROR_SERVER_DIED: 100;
			public static MEDIA_ERROR_TIMED_OUT: -110;
			public static MEDIA_ERROR_UNKNOWN: 1;
			public static MEDIA_ERROR_UNSUPPORTED: -1010;
			/** @since 26 */
			public static MEDIA_INFO_AUDIO_NOT_PLAYING: 804;
			public static MEDIA_INFO_BAD_INTERLEAVING: 800;
			public static MEDIA_INFO_BUFFERING_END: 702;
			public static MEDIA_INFO_BUFFERING_START: 701;
			public static MEDIA_INFO_METADATA_UPDATE: 802;
			public static MEDIA_INFO_NOT_SEEKABLE: 801;
			/** @since 28 */
			public static MEDIA_INFO_STARTED_AS_NEXT: 2;
			public static MEDIA_INFO_SUBTITLE_TIMED_OUT: 902;
			public static MEDIA_INFO_UNKNOWN: 1;
			public static MEDIA_INFO_UNSUPPORTED_SUBTITLE: 901;
			/** @since 26 */
			public static MEDIA_INFO_VIDEO_NOT_PLAYING: 805;
			public static MEDIA_INFO_VIDEO_RENDERING_START: 3;
			public static MEDIA_INFO_VIDEO_TRACK_LAGGING: 700;
			/** @deprecated Deprecated in API 28 */
			public static MEDIA_MIMETYPE_TEXT_SUBRIP: "application/x-subrip";
			/** @since 26 */
			public static PREPARE_DRM_STATUS_PREPARATION_ERROR: 3;
			/** @since 26 */
			public static PREPARE_DRM_STATUS_PROVISIONING_NETWORK_ERROR: 1;
			/** @since 26 */
			public static PREPARE_DRM_STATUS_PROVISIONING_SERVER_ERROR: 2;
			/** @since 26 */
			public static PREPARE_DRM_STATUS_SUCCESS: 0;
			/** @since 26 */
			public static SEEK_CLOSEST: 3;
			/** @since 26 */
			public static SEEK_CLOSEST_SYNC: 2;
			/** @since 26 */
			public static SEEK_NEXT_SYNC: 1;
			/** @since 26 */
			public static SEEK_PREVIOUS_SYNC: 0;
			public static VIDEO_SCALING_MODE_SCALE_TO_FIT: 1;
			public static VIDEO_SCALING_MODE_SCALE_TO_FIT_WITH_CROPPING: 2;
			public constructor();
			/** @since 34 */
			public constructor(context: android.content.Context);
			public addOnRoutingChangedListener(listener: android.media.AudioRouting.OnRoutingChangedListener, handler: android.os.Handler): void;
			public addTimedTextSource(context: android.content.Context, uri: android.net.Uri, mimeType: string): void;
			public addTimedTextSource(fd: java.io.FileDescriptor, mimeType: string): void;
			public addTimedTextSource(fd: java.io.FileDescriptor, offset: number, length: number, mime: string): void;
			public addTimedTextSource(path: string, mimeType: string): void;
			public attachAuxEffect(param0: number): void;
			/** @since 28 */
			public clearOnMediaTimeDiscontinuityListener(): void;
			/** @since 28 */
			public clearOnSubtitleDataListener(): void;
			public static create(context: android.content.Context, uri: android.net.Uri): android.media.MediaPlayer;
			public static create(context: android.content.Context, uri: android.net.Uri, holder: android.view.SurfaceHolder): android.media.MediaPlayer;
			public static create(context: android.content.Context, uri: android.net.Uri, holder: android.view.SurfaceHolder, audioAttributes: any, audioSessionId: number): android.media.MediaPlayer;
			public static create(context: android.content.Context, resid: number): android.media.MediaPlayer;
			public static create(context: android.content.Context, resid: number, audioAttributes: any, audioSessionId: number): android.media.MediaPlayer;
			public createVolumeShaper(configuration: android.media.VolumeShaper.Configuration): android.media.VolumeShaper;
			public deselectTrack(index: number): void;
			public finalize(): void;
			public getAudioSessionId(): number;
			public getCurrentPosition(): number;
			/** @since 26 */
			public getDrmInfo(): android.media.MediaPlayer.DrmInfo;
			/** @since 26 */
			public getDrmPropertyString(propertyName: string): string;
			public getDuration(): number;
			/** @since 26 */
			public getKeyRequest(keySetId: androidNative.Array<number> | null, initData: androidNative.Array<number> | null, mimeType: string | null, keyType: number, optionalParameters: java.util.Map<string,string> | null): android.media.MediaDrm.KeyRequest;
			/** @since 26 */
			public getMetrics(): any;
			/** @since 23 */
			public getPlaybackParams(): android.media.PlaybackParams;
			public getPreferredDevice(): android.media.AudioDeviceInfo;
			public getRoutedDevice(): android.media.AudioDeviceInfo;
			/** @since 36 */
			public getRoutedDevices(): java.util.List<android.media.AudioDeviceInfo>;
			public getSelectedTrack(trackType: number): number;
			/** @since 23 */
			public getSyncParams(): android.media.SyncParams;
			/** @since 23 */
			public getTimestamp(): android.media.MediaTimestamp | null;
			public getTrackInfo(): androidNative.Array<android.media.MediaPlayer.TrackInfo>;
			public getVideoHeight(): number;
			public getVideoWidth(): number;
			public isLooping(): boolean;
			public isPlaying(): boolean;
			public pause(): void;
			public prepare(): void;
			public prepareAsync(): void;
			/** @since 26 */
			public prepareDrm(uuid: java.util.UUID): void;
			/** @since 26 */
			public provideKeyResponse(keySetId: androidNative.Array<number> | null, response: androidNative.Array<number>): androidNative.Array<number>;
			public release(): void;
			/** @since 26 */
			public releaseDrm(): void;
			public removeOnRoutingChangedListener(listener: android.media.AudioRouting.OnRoutingChangedListener): void;
			public reset(): void;
			/** @since 26 */
			public restoreKeys(keySetId: androidNative.Array<number>): void;
			public seekTo(msec: number): void;
			/** @since 26 */
			public seekTo(msec: number, mode: number): void;
			public selectTrack(index: number): void;
			public setAudioAttributes(attributes: any): void;
			public setAudioSessionId(sessionId: number): void;
			/** @deprecated Deprecated in API 26 */
			public setAudioStreamType(streamtype: number): void;
			public setAuxEffectSendLevel(level: number): void;
			public setDataSource(context: android.content.Context, uri: android.net.Uri): void;
			public setDataSource(context: android.content.Context, uri: android.net.Uri, headers: java.util.Map<string,string> | null): void;
			/** @since 26 */
			public setDataSource(context: android.content.Context, uri: android.net.Uri, headers: java.util.Map<string,string> | null, cookies: java.util.List<java.net.HttpCookie> | null): void;
			/** @since 24 */
			public setDataSource(afd: android.content.res.AssetFileDescriptor): void;
			/** @since 23 */
			public setDataSource(dataSource: android.media.MediaDataSource): void;
			public setDataSource(fd: java.io.FileDescriptor): void;
			public setDataSource(fd: java.io.FileDescriptor, offset: number, length: number): void;
			public setDataSource(path: string): void;
			public setDisplay(sh: android.view.SurfaceHolder): void;
			/** @since 26 */
			public setDrmPropertyString(propertyName: string, value: string): void;
			public setLooping(param0: boolean): void;
			public setNextMediaPlayer(param0: android.media.MediaPlayer): void;
			public setOnBufferingUpdateListener(listener: android.media.MediaPlayer.OnBufferingUpdateListener): void;
			public setOnCompletionListener(listener: android.media.MediaPlayer.OnCompletionListener): void;
			/** @since 26 */
			public setOnDrmConfigHelper(listener: android.media.MediaPlayer.OnDrmConfigHelper): void;
			/** @since 26 */
			public setOnDrmInfoListener(listener: android.media.MediaPlayer.OnDrmInfoListener): void;
			/** @since 26 */
			public setOnDrmInfoListener(listener: android.media.MediaPlayer.OnDrmInfoListener, handler: android.os.Handler): void;
			/** @since 26 */
			public setOnDrmPreparedListener(listener: android.media.MediaPlayer.OnDrmPreparedListener): void;
			/** @since 26 */
			public setOnDrmPreparedListener(listener: android.media.MediaPlayer.OnDrmPreparedListener, handler: android.os.Handler): void;
			public setOnErrorListener(listener: android.media.MediaPlayer.OnErrorListener): void;
			public setOnInfoListener(listener: android.media.MediaPlayer.OnInfoListener): void;
			/** @since 28 */
			public setOnMediaTimeDiscontinuityListener(listener: android.media.MediaPlayer.OnMediaTimeDiscontinuityListener): void;
			/** @since 28 */
			public setOnMediaTimeDiscontinuityListener(listener: android.media.MediaPlayer.OnMediaTimeDiscontinuityListener, handler: android.os.Handler): void;
			public setOnPreparedListener(listener: android.media.MediaPlayer.OnPreparedListener): void;
			public setOnSeekCompleteListener(listener: android.media.MediaPlayer.OnSeekCompleteListener): void;
			/** @since 28 */
			public setOnSubtitleDataListener(listener: android.media.MediaPlayer.OnSubtitleDataListener): void;
			/** @since 28 */
			public setOnSubtitleDataListener(listener: android.media.MediaPlayer.OnSubtitleDataListener, handler: android.os.Handler): void;
			/** @since 23 */
			public setOnTimedMetaDataAvailableListener(listener: android.media.MediaPlayer.OnTimedMetaDataAvailableListener): void;
			public setOnTimedTextListener(listener: android.media.MediaPlayer.OnTimedTextListener): void;
			public setOnVideoSizeChangedListener(listener: android.media.MediaPlayer.OnVideoSizeChangedListener): void;
			/** @since 23 */
			public setPlaybackParams(param0: android.media.PlaybackParams): void;
			public setPreferredDevice(deviceInfo: android.media.AudioDeviceInfo): boolean;
			public setScreenOnWhilePlaying(screenOn: boolean): void;
			public setSurface(surface: android.view.Surface): void;
			/** @since 23 */
			public setSyncParams(param0: android.media.SyncParams): void;
			public setVideoScalingMode(mode: number): void;
			public setVolume(leftVolume: number, rightVolume: number): void;
			public setWakeMode(context: android.content.Context, mode: number): void;
			public start(): void;
			public stop(): void;
			public addOnRoutingChangedListener(param0: android.media.AudioRouting.OnRoutingChangedListener, param1: android.os.Handler): void;
			public removeOnRoutingChangedListener(param0: android.media.AudioRouting.OnRoutingChangedListener): void;
			public setPreferredDevice(param0: android.media.AudioDeviceInfo): boolean;
			public createVolumeShaper(param0: android.media.VolumeShaper.Configuration): android.media.VolumeShaper;
		}
		export module MediaPlayer {
			export class OnCompletionListener extends java.lang.Object {
				public static class: java.lang.Class<android.media.MediaPlayer.OnCompletionListener>;
				/**
				 * Constructs a new instance of the android.media.MediaPlayer$OnCompletionListener interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
				 */
				public constructor(implementation: {
					onCompletion(param0: android.media.MediaPlayer): void;
				});
				public constructor();
				public onCompletion(param0: android.media.MediaPlayer): void;
			}
		}
		export class MediaRecorder extends java.lang.Object implements android.media.AudioRecordingMonitor, android.media.AudioRouting, android.media.MicrophoneDirection {
			public static class: java.lang.Class<android.media.MediaRecorder>;
			public static MEDIA_ERROR_SERVER_DIED: 100;
			public static MEDIA_RECORDER_ERROR_UNKNOWN: 1;
			public static MEDIA_RECORDER_INFO_MAX_DURATION_REACHED: 800;
			/** @since 26 */
			public static MEDIA_RECORDER_INFO_MAX_FILESIZE_APPROACHING: 802;
			public static MEDIA_RECORDER_INFO_MAX_FILESIZE_REACHED: 801;
			/** @since 26 */
			public static MEDIA_RECORDER_INFO_NEXT_OUTPUT_FILE_STARTED: 803;
			public static MEDIA_RECORDER_INFO_UNKNOWN: 1;
			/** @deprecated Deprecated in API 31 */
			public constructor();
			/** @since 31 */
			public constructor(context: android.content.Context);
			public addOnRoutingChangedListener(listener: android.media.AudioRouting.OnRoutingChangedListener, handler: android.os.Handler): void;
			public finalize(): void;
			/** @since 28 */
			public getActiveMicrophones(): java.util.List<android.media.MicrophoneInfo>;
			public getActiveRecordingConfiguration(): android.media.AudioRecordingConfiguration | null;
			public static getAudioSourceMax(): number;
			/** @since 31 */
			public getLogSessionId(): android.media.metrics.LogSessionId;
			public getMaxAmplitude(): number;
			/** @since 26 */
			public getMetrics(): any;
			public getPreferredDevice(): android.media.AudioDeviceInfo;
			public getRoutedDevice(): android.media.AudioDeviceInfo;
			/** @since 36 */
			public getRoutedDevices(): java.util.List<android.media.AudioDeviceInfo>;
			public getSurface(): android.view.Surface;
			/** @since 30 */
			public isPrivacySensitive(): boolean;
			/** @since 24 */
			public pause(): void;
			public prepare(): void;
			public registerAudioRecordingCallback(executor: java.util.concurrent.Executor, cb: android.media.AudioManager.AudioRecordingCallback): void;
			public release(): void;
			public removeOnRoutingChangedListener(listener: android.media.AudioRouting.OnRoutingChangedListener): void;
			public reset(): void;
			/** @since 24 */
			public resume(): void;
			public setAudioChannels(numChannels: number): void;
			public setAudioEncoder(param0: number): void;
			public setAudioEncodingBitRate(bitRate: number): void;
			/** @since 31 */
			public setAudioProfile(profile: android.media.EncoderProfiles.AudioProfile): void;
			public setAudioSamplingRate(samplingRate: number): void;
			public setAudioSource(param0: number): void;
			/** @deprecated Deprecated in API 21 */
			public setCamera(param0: android.hardware.Camera): void;
			public setCaptureRate(fps: number): void;
			/** @since 23 */
			public setInputSurface(surface: android.view.Surface): void;
			public setLocation(latitude: number, longitude: number): void;
			/** @since 31 */
			public setLogSessionId(id: android.media.metrics.LogSessionId): void;
			public setMaxDuration(param0: number): void;
			public setMaxFileSize(param0: number): void;
			/** @since 26 */
			public setNextOutputFile(file: java.io.File): void;
			/** @since 26 */
			public setNextOutputFile(fd: java.io.FileDescriptor): void;
			public setOnErrorListener(l: android.media.MediaRecorder.OnErrorListener): void;
			public setOnInfoListener(listener: android.media.MediaRecorder.OnInfoListener): void;
			public setOrientationHint(degrees: number): void;
			/** @since 26 */
			public setOutputFile(file: java.io.File): void;
			public setOutputFile(fd: java.io.FileDescriptor): void;
			public setOutputFile(path: string): void;
			public setOutputFormat(param0: number): void;
			public setPreferredDevice(deviceInfo: android.media.AudioDeviceInfo): boolean;
			public setPreferredMicrophoneDirection(direction: number): boolean;
			public setPreferredMicrophoneFieldDimension(zoom: number): boolean;
			public setPreviewDisplay(sv: android.view.Surface): void;
			/** @since 30 */
			public setPrivacySensitive(param0: boolean): void;
			public setProfile(profile: android.media.CamcorderProfile): void;
			public setVideoEncoder(param0: number): void;
			public setVideoEncodingBitRate(bitRate: number): void;
			/** @since 26 */
			public setVideoEncodingProfileLevel(profile: number, level: number): void;
			public setVideoEncodingQuality(quality: number): void;
			public setVideoFrameRate(param0: number): void;
			/** @since 31 */
			public setVideoProfile(profile: android.media.EncoderProfiles.VideoProfile): void;
			public setVideoSize(param0: number, param1: number): void;
			public setVideoSource(param0: number): void;
			public start(): void;
			public stop(): void;
			public unregisterAudioRecordingCallback(cb: android.media.AudioManager.AudioRecordingCallback): void;
			public registerAudioRecordingCallback(param0: java.util.concurrent.Executor, param1: android.media.AudioManager.AudioRecordingCallback): void;
			public unregisterAudioRecordingCallback(param0: android.media.AudioManager.AudioRecordingCallback): void;
			public addOnRoutingChangedListener(param0: android.media.AudioRouting.OnRoutingChangedListener, param1: android.os.Handler): void;
			public removeOnRoutingChangedListener(param0: android.media.AudioRouting.OnRoutingChangedListener): void;
			public setPreferredDevice(param0: android.media.AudioDeviceInfo): boolean;
			public setPreferredMicrophoneDirection(param0: number): boolean;
			public setPreferredMicrophoneFieldDimension(param0: number): boolean;
		}
		export module MediaRecorder {
			export class AudioEncoder extends java.lang.Object {
				public static class: java.lang.Class<android.media.MediaRecorder.AudioEncoder>;
				public static AAC: 3;
				public static AAC_ELD: 5;
				public static AMR_NB: 1;
				public static AMR_WB: 2;
				public static DEFAULT: 0;
				public static HE_AAC: 4;
				/** @since 29 */
				public static OPUS: 7;
				public static VORBIS: 6;
			}
			export class AudioSource extends java.lang.Object {
				public static class: java.lang.Class<android.media.MediaRecorder.AudioSource>;
				public static CAMCORDER: 5;
				public static DEFAULT: 0;
				public static MIC: 1;
				public static REMOTE_SUBMIX: 8;
				/** @since 24 */
				public static UNPROCESSED: 9;
				public static VOICE_CALL: 4;
				public static VOICE_COMMUNICATION: 7;
				public static VOICE_DOWNLINK: 3;
				/** @since 29 */
				public static VOICE_PERFORMANCE: 10;
				public static VOICE_RECOGNITION: 6;
				public static VOICE_UPLINK: 2;
			}
			export class OutputFormat extends java.lang.Object {
				public static class: java.lang.Class<android.media.MediaRecorder.OutputFormat>;
				public static AAC_ADTS: 6;
				public static AMR_NB: 3;
				public static AMR_WB: 4;
				public static DEFAULT: 0;
				/** @since 26 */
				public static MPEG_2_TS: 8;
				public static MPEG_4: 2;
				/** @since 29 */
				public static OGG: 11;
				/** @deprecated Deprecated in API 16 */
				public static RAW_AMR: 3;
				public static THREE_GPP: 1;
				public static WEBM: 9;
			}
		}
		/** @since 29 */
		export class MicrophoneDirection extends java.lang.Object {
			public static class: java.lang.Class<android.media.MicrophoneDirection>;
			/**
			 * Constructs a new instance of the android.media.MicrophoneDirection interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
			 */
			public constructor(implementation: {
				setPreferredMicrophoneDirection(param0: number): boolean;
				setPreferredMicrophoneFieldDimension(param0: number): boolean;
			});
			public constructor();
			public static MIC_DIRECTION_AWAY_FROM_USER: 2;
			public static MIC_DIRECTION_UNSPECIFIED: 0;
			public static MIC_DIRECTION_EXTERNAL: 3;
			public static MIC_DIRECTION_TOWARDS_USER: 1;
			public setPreferredMicrophoneDirection(param0: number): boolean;
			public setPreferredMicrophoneFieldDimension(param0: number): boolean;
		}
		export class ToneGenerator extends java.lang.Object {
			public static class: java.lang.Class<android.media.ToneGenerator>;
			public static MAX_VOLUME: 100;
			public static MIN_VOLUME: 0;
			public static TONE_CDMA_ABBR_ALERT: 97;
			public static TONE_CDMA_ABBR_INTERCEPT: 37;
			public static TONE_CDMA_ABBR_REORDER: 39;
			public static TONE_CDMA_ALERT_AUTOREDIAL_LITE: 87;
			public static TONE_CDMA_ALERT_CALL_GUARD: 93;
			public static TONE_CDMA_ALERT_INCALL_LITE: 91;
			public static TONE_CDMA_ALERT_NETWORK_LITE: 86;
			public static TONE_CDMA_ANSWER: 42;
			public static TONE_CDMA_CALLDROP_LITE: 95;
			public static TONE_CDMA_CALL_SIGNAL_ISDN_INTERGROUP: 46;
			public static TONE_CDMA_CALL_SIGNAL_ISDN_NORMAL: 45;
			public static TONE_CDMA_CALL_SIGNAL_ISDN_PAT3: 48;
			public static TONE_CDMA_CALL_SIGNAL_ISDN_PAT5: 50;
			public static TONE_CDMA_CALL_SIGNAL_ISDN_PAT6: 51;
			public static TONE_CDMA_CALL_SIGNAL_ISDN_PAT7: 52;
			public static TONE_CDMA_CALL_SIGNAL_ISDN_PING_RING: 49;
			public static TONE_CDMA_CALL_SIGNAL_ISDN_SP_PRI: 47;
			public static TONE_CDMA_CONFIRM: 41;
			public static TONE_CDMA_DIAL_TONE_LITE: 34;
			public static TONE_CDMA_EMERGENCY_RINGBACK: 92;
			public static TONE_CDMA_HIGH_L: 53;
			public static TONE_CDMA_HIGH_PBX_L: 71;
			public static TONE_CDMA_HIGH_PBX_SLS: 80;
			public static TONE_CDMA_HIGH_PBX_SS: 74;
			public static TONE_CDMA_HIGH_PBX_SSL: 77;
			public static TONE_CDMA_HIGH_PBX_S_X4: 83;
			public static TONE_CDMA_HIGH_SLS: 65;
			public static TONE_CDMA_HIGH_SS: 56;
			public static TONE_CDMA_HIGH_SSL: 59;
			public static TONE_CDMA_HIGH_SS_2: 62;
			public static TONE_CDMA_HIGH_S_X4: 68;
			public static TONE_CDMA_INTERCEPT: 36;
			public static TONE_CDMA_KEYPAD_VOLUME_KEY_LITE: 89;
			public static TONE_CDMA_LOW_L: 55;
			public static TONE_CDMA_LOW_PBX_L: 73;
			public static TONE_CDMA_LOW_PBX_SLS: 82;
			public static TONE_CDMA_LOW_PBX_SS: 76;
			public static TONE_CDMA_LOW_PBX_SSL: 79;
			public static TONE_CDMA_LOW_PBX_S_X4: 85;
			public static TONE_CDMA_LOW_SLS: 67;
			public static TONE_CDMA_LOW_SS: 58;
			public static TONE_CDMA_LOW_SSL: 61;
			public static TONE_CDMA_LOW_SS_2: 64;
			public static TONE_CDMA_LOW_S_X4: 70;
			public static TONE_CDMA_MED_L: 54;
			public static TONE_CDMA_MED_PBX_L: 72;
			public static TONE_CDMA_MED_PBX_SLS: 81;
			public static TONE_CDMA_MED_PBX_SS: 75;
			public static TONE_CDMA_MED_PBX_SSL: 78;
			public static TONE_CDMA_MED_PBX_S_X4: 84;
			public static TONE_CDMA_MED_SLS: 66;
			public static TONE_CDMA_MED_SS: 57;
			public static TONE_CDMA_MED_SSL: 60;
			public static TONE_CDMA_MED_SS_2: 63;
			public static TONE_CDMA_MED_S_X4: 69;
			public static TONE_CDMA_NETWORK_BUSY: 40;
			public static TONE_CDMA_NETWORK_BUSY_ONE_SHOT: 96;
			public static TONE_CDMA_NETWORK_CALLWAITING: 43;
			public static TONE_CDMA_NETWORK_USA_RINGBACK: 35;
			public static TONE_CDMA_ONE_MIN_BEEP: 88;
			public static TONE_CDMA_PIP: 44;
			public static TONE_CDMA_PRESSHOLDKEY_LITE: 90;
			public static TONE_CDMA_REORDER: 38;
			public static TONE_CDMA_SIGNAL_OFF: 98;
			public static TONE_CDMA_SOFT_ERROR_LITE: 94;
			public static TONE_DTMF_0: 0;
			public static TONE_DTMF_1: 1;
			public static TONE_DTMF_2: 2;
			public static TONE_DTMF_3: 3;
			public static TONE_DTMF_4: 4;
			public static TONE_DTMF_5: 5;
			public static TONE_DTMF_6: 6;
			public static TONE_DTMF_7: 7;
			public static TONE_DTMF_8: 8;
			public static TONE_DTMF_9: 9;
			public static TONE_DTMF_A: 12;
			public static TONE_DTMF_B: 13;
			public static TONE_DTMF_C: 14;
			public static TONE_DTMF_D: 15;
			public static TONE_DTMF_P: 11;
			public static TONE_DTMF_S: 10;
			public static TONE_PROP_ACK: 25;
			public static TONE_PROP_BEEP: 24;
			public static TONE_PROP_BEEP2: 28;
			public static TONE_PROP_NACK: 26;
			public static TONE_PROP_PROMPT: 27;
			public static TONE_SUP_BUSY: 17;
			public static TONE_SUP_CALL_WAITING: 22;
			public static TONE_SUP_CONFIRM: 32;
			public static TONE_SUP_CONGESTION: 18;
			public static TONE_SUP_CONGESTION_ABBREV: 31;
			public static TONE_SUP_DIAL: 16;
			public static TONE_SUP_ERROR: 21;
			public static TONE_SUP_INTERCEPT: 29;
			public static TONE_SUP_INTERCEPT_ABBREV: 30;
			public static TONE_SUP_PIP: 33;
			public static TONE_SUP_RADIO_ACK: 19;
			public static TONE_SUP_RADIO_NOTAVAIL: 20;
			public static TONE_SUP_RINGTONE: 23;
			public constructor(streamType: number, volume: number);
			public finalize(): void;
			public getAudioSessionId(): number;
			public release(): void;
			public startTone(toneType: number): boolean;
			public startTone(param0: number, param1: number): boolean;
			public stopTone(): void;
		}
		/** @since 26 */
		export class VolumeAutomation extends java.lang.Object {
			public static class: java.lang.Class<android.media.VolumeAutomation>;
			/**
			 * Constructs a new instance of the android.media.VolumeAutomation interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
			 */
			public constructor(implementation: {
				createVolumeShaper(param0: android.media.VolumeShaper.Configuration): android.media.VolumeShaper;
			});
			public constructor();
			public createVolumeShaper(param0: android.media.VolumeShaper.Configuration): android.media.VolumeShaper;
		}
	}
	export module net {
		export abstract class Uri extends java.lang.Object {
			public static class: java.lang.Class<android.net.Uri>;
			public static CREATOR: android.os.Parcelable.Creator<android.net.Uri>;
			public static EMPTY: android.net.Uri;
			public buildUpon(): android.net.Uri.Builder;
			public compareTo(other: android.net.Uri): number;
			public static decode(s: string): string;
			public static encode(s: string): string;
			public static encode(s: string, allow: string): string;
			public equals(o: any): boolean;
			public static fromFile(file: java.io.File): android.net.Uri;
			public static fromParts(scheme: string, ssp: string, fragment: string): android.net.Uri;
			public getAuthority(): string | null;
			public getBooleanQueryParameter(key: string, defaultValue: boolean): boolean;
			public getEncodedAuthority(): string | null;
			public getEncodedFragment(): string | null;
			public getEncodedPath(): string | null;
			public getEncodedQuery(): string | null;
			public getEncodedSchemeSpecificPart(): string;
			public getEncodedUserInfo(): string | null;
			public getFragment(): string | null;
			public getHost(): string | null;
			public getLastPathSegment(): string | null;
			public getPath(): string | null;
			public getPathSegments(): java.util.List<string>;
			public getPort(): number;
			public getQuery(): string | null;
			public getQueryParameter(key: string): string | null;
			public getQueryParameterNames(): java.util.Set<string>;
			public getQueryParameters(key: string): java.util.List<string>;
			public getScheme(): string | null;
			public getSchemeSpecificPart(): string;
			public getUserInfo(): string | null;
			public hashCode(): number;
			public isAbsolute(): boolean;
			public isHierarchical(): boolean;
			public isOpaque(): boolean;
			public isRelative(): boolean;
			public normalizeScheme(): android.net.Uri;
			public static parse(uriString: string): android.net.Uri;
			public toString(): string;
			public static withAppendedPath(baseUri: android.net.Uri, pathSegment: string): android.net.Uri;
			public static writeToParcel(out: android.os.Parcel, uri: android.net.Uri): void;
			public describeContents(): number;
			public writeToParcel(param0: android.os.Parcel, param1: number): void;
		}
		export module Uri {
			export class Builder extends java.lang.Object {
				public static class: java.lang.Class<android.net.Uri.Builder>;
				public constructor();
				public appendEncodedPath(newSegment: string): android.net.Uri.Builder;
				public appendPath(newSegment: string): android.net.Uri.Builder;
				public appendQueryParameter(key: string, value: string): android.net.Uri.Builder;
				public authority(authority: string): android.net.Uri.Builder;
				public build(): android.net.Uri;
				public clearQuery(): android.net.Uri.Builder;
				public encodedAuthority(authority: string): android.net.Uri.Builder;
				public encodedFragment(fragment: string): android.net.Uri.Builder;
				public encodedOpaquePart(opaquePart: string): android.net.Uri.Builder;
				public encodedPath(path: string): android.net.Uri.Builder;
				public encodedQuery(query: string): android.net.Uri.Builder;
				public fragment(fragment: string): android.net.Uri.Builder;
				public opaquePart(opaquePart: string): android.net.Uri.Builder;
				public path(path: string): android.net.Uri.Builder;
				public query(query: string): android.net.Uri.Builder;
				public scheme(scheme: string): android.net.Uri.Builder;
				public toString(): string;
			}
		}
	}
	export module nfc {
		export class NdefMessage extends java.lang.Object implements android.os.Parcelable {
			public static class: java.lang.Class<android.nfc.NdefMessage>;
			public static CREATOR: android.os.Parcelable.Creator<android.nfc.NdefMessage>;
			public constructor(record: android.nfc.NdefRecord, records: androidNative.Array<android.nfc.NdefRecord>);
			public constructor(records: androidNative.Array<android.nfc.NdefRecord>);
			public constructor(data: androidNative.Array<number>);
			public describeContents(): number;
			public equals(obj: any): boolean;
			public getByteArrayLength(): number;
			public getRecords(): androidNative.Array<android.nfc.NdefRecord>;
			public hashCode(): number;
			public toByteArray(): androidNative.Array<number>;
			public toString(): string;
			public writeToParcel(dest: android.os.Parcel, flags: number): void;
			public writeToParcel(param0: android.os.Parcel, param1: number): void;
		}
		export class NdefRecord extends java.lang.Object implements android.os.Parcelable {
			public static class: java.lang.Class<android.nfc.NdefRecord>;
			public static CREATOR: android.os.Parcelable.Creator<android.nfc.NdefRecord>;
			public static RTD_ALTERNATIVE_CARRIER: androidNative.Array<number>;
			public static RTD_HANDOVER_CARRIER: androidNative.Array<number>;
			public static RTD_HANDOVER_REQUEST: androidNative.Array<number>;
			public static RTD_HANDOVER_SELECT: androidNative.Array<number>;
			public static RTD_SMART_POSTER: androidNative.Array<number>;
			public static RTD_TEXT: androidNative.Array<number>;
			public static RTD_URI: androidNative.Array<number>;
			public static TNF_ABSOLUTE_URI: 3;
			public static TNF_EMPTY: 0;
			public static TNF_EXTERNAL_TYPE: 4;
			public static TNF_MIME_MEDIA: 2;
			public static TNF_UNCHANGED: 6;
			public static TNF_UNKNOWN: 5;
			public static TNF_WELL_KNOWN: 1;
			/** @deprecated Deprecated in API 16 */
			public constructor(data: androidNative.Array<number>);
			public constructor(tnf: number, type: androidNative.Array<number>, id: androidNative.Array<number>, payload: androidNative.Array<number>);
			public static createApplicationRecord(packageName: string): android.nfc.NdefRecord;
			public static createExternal(domain: string, type: string, data: androidNative.Array<number>): android.nfc.NdefRecord;
			public static createMime(mimeType: string, mimeData: androidNative.Array<number>): android.nfc.NdefRecord;
			public static createTextRecord(languageCode: string, text: string): android.nfc.NdefRecord;
			public static createUri(uri: android.net.Uri): android.nfc.NdefRecord;
			public static createUri(uriString: string): android.nfc.NdefRecord;
			public describeContents(): number;
			public equals(obj: any): boolean;
			public getId(): androidNative.Array<number>;
			public getPayload(): androidNative.Array<number>;
			public getTnf(): number;
			public getType(): androidNative.Array<number>;
			public hashCode(): number;
			/** @deprecated Deprecated in API 16 */
			public toByteArray(): androidNative.Array<number>;
			public toMimeType(): string;
			public toString(): string;
			public toUri(): android.net.Uri;
			public writeToParcel(dest: android.os.Parcel, flags: number): void;
			public writeToParcel(param0: android.os.Parcel, param1: number): void;
		}
		export class NfcAdapter extends java.lang.Object {
			public static class: java.lang.Class<android.nfc.NfcAdapter>;
			public static ACTION_ADAPTER_STATE_CHANGED: "android.nfc.action.ADAPTER_STATE_CHANGED";
			/** @since 36 */
			public static ACTION_CHANGE_TAG_INTENT_PREFERENCE: "android.nfc.action.CHANGE_TAG_INTENT_PREFERENCE";
			public static ACTION_NDEF_DISCOVERED: "android.nfc.action.NDEF_DISCOVERED";
			/** @since 30 */
			public static ACTION_PREFERRED_PAYMENT_CHANGED: "android.nfc.action.PREFERRED_PAYMENT_CHANGED";
			/** @deprecated */
			public static ACTION_TAG_DISCOVERED: "android.nfc.action.TAG_DISCOVERED";
			public static ACTION_TECH_DISCOVERED: "android.nfc.action.TECH_DISCOVERED";
			/** @since 28 */
			public static ACTION_TRANSACTION_DETECTED: "android.nfc.action.TRANSACTION_DETECTED";
			public static EXTRA_ADAPTER_STATE: "android.nfc.extra.ADAPTER_STATE";
			/** @since 28 */
			public static EXTRA_AID: "android.nfc.extra.AID";
			/** @since 28 */
			public static EXTRA_DATA: "android.nfc.extra.DATA";
			public static EXTRA_ID: "android.nfc.extra.ID";
			public static EXTRA_NDEF_MESSAGES: "android.nfc.extra.NDEF_MESSAGES";
			/** @since 30 */
			public static EXTRA_PREFERRED_PAYMENT_CHANGED_REASON: "android.nfc.extra.PREFERRED_PAYMENT_CHANGED_REASON";
			public static EXTRA_READER_PRESENCE_CHECK_DELAY: "presence";
			public static EXTRA_READER_TECH_A_POLLING_LOOP_ANNOTATION: "android.nfc.extra.READER_TECH_A_POLLING_LOOP_ANNOTATION";
			/** @since 28 */
			public static EXTRA_SECURE_ELEMENT_NAME: "android.nfc.extra.SECURE_ELEMENT_NAME";
			public static EXTRA_TAG: "android.nfc.extra.TAG";
			/** @since 35 */
			public static FLAG_LISTEN_DISABLE: 0;
			/** @since 35 */
			public static FLAG_LISTEN_KEEP: -2147483648;
			/** @since 35 */
			public static FLAG_LISTEN_NFC_PASSIVE_A: 1;
			/** @since 35 */
			public static FLAG_LISTEN_NFC_PASSIVE_B: 2;
			/** @since 35 */
			public static FLAG_LISTEN_NFC_PASSIVE_F: 4;
			/** @since 35 */
			public static FLAG_READER_DISABLE: 0;
			/** @since 35 */
			public static FLAG_READER_KEEP: -2147483648;
			public static FLAG_READER_NFC_A: 1;
			public static FLAG_READER_NFC_B: 2;
			public static FLAG_READER_NFC_BARCODE: 16;
			public static FLAG_READER_NFC_F: 4;
			public static FLAG_READER_NFC_V: 8;
			public static FLAG_READER_NO_PLATFORM_SOUNDS: 256;
			public static FLAG_READER_SKIP_NDEF_CHECK: 128;
			/** @since 30 */
			public static PREFERRED_PAYMENT_CHANGED: 2;
			/** @since 30 */
			public static PREFERRED_PAYMENT_LOADED: 1;
			/** @since 30 */
			public static PREFERRED_PAYMENT_UPDATED: 3;
			public static STATE_OFF: 1;
			public static STATE_ON: 3;
			public static STATE_TURNING_OFF: 4;
			public static STATE_TURNING_ON: 2;
			public allowOneTransaction(): void;
			/** @since 36 */
			public disable(): boolean;
			public disableForegroundDispatch(activity: android.app.Activity): void;
			public disableReaderMode(activity: android.app.Activity): void;
			/** @since 36 */
			public enable(): boolean;
			public enableForegroundDispatch(activity: android.app.Activity, intent: android.app.PendingIntent, filters: androidNative.Array<android.content.IntentFilter>, techLists: androidNative.Array<androidNative.Array<string>>): void;
			public enableReaderMode(activity: android.app.Activity, callback: android.nfc.NfcAdapter.ReaderCallback, flags: number, extras: android.os.Bundle): void;
			public static getDefaultAdapter(context: android.content.Context): android.nfc.NfcAdapter;
			public getGestureExchangeAid(): string | null;
			/** @since 34 */
			public getNfcAntennaInfo(): android.nfc.NfcAntennaInfo | null;
			/** @since 24 */
			public ignore(tag: android.nfc.Tag, debounceMs: number, tagRemovedListener: android.nfc.NfcAdapter.OnTagRemovedListener, handler: android.os.Handler): boolean;
			public isEnabled(): boolean;
			public isExitFramesSupported(): boolean;
			/** @since 35 */
			public isObserveModeEnabled(): boolean;
			/** @since 35 */
			public isObserveModeSupported(): boolean;
			public isPowerSavingModeEnabled(): boolean;
			public isPowerSavingModeSupported(): boolean;
			public isReaderModeAnnotationSupported(): boolean;
			/** @since 35 */
			public isReaderOptionEnabled(): boolean;
			/** @since 35 */
			public isReaderOptionSupported(): boolean;
			/** @since 29 */
			public isSecureNfcEnabled(): boolean;
			/** @since 29 */
			public isSecureNfcSupported(): boolean;
			/** @since 36 */
			public isTagIntentAllowed(): boolean;
			/** @since 36 */
			public isTagIntentAppPreferenceSupported(): boolean;
			/** @since 35 */
			public resetDiscoveryTechnology(activity: android.app.Activity | null): void;
			/** @since 35 */
			public setDiscoveryTechnology(activity: android.app.Activity | null, pollTechnology: number, listenTechnology: number): void;
			/** @since 35 */
			public setObserveModeEnabled(enabled: boolean): boolean;
			public setPowerSavingMode(enabled: boolean): void;
			/** @deprecated Removed in API 34 (deprecated in API 29) */
			public setBeamPushUris(uris: androidNative.Array<android.net.Uri>, activity: android.app.Activity): void;
			/** @deprecated Removed in API 34 (deprecated in API 29) */
			public setBeamPushUrisCallback(callback: android.nfc.NfcAdapter.CreateBeamUrisCallback, activity: android.app.Activity): void;
			/** @deprecated Removed in API 34 (deprecated in API 29) */
			public setNdefPushMessage(message: android.nfc.NdefMessage, activity: android.app.Activity, activities: androidNative.Array<android.app.Activity>): void;
			/** @deprecated Removed in API 34 (deprecated in API 29) */
			public setNdefPushMessageCallback(callback: android.nfc.NfcAdapter.CreateNdefMessageCallback, activity: android.app.Activity, activities: androidNative.Array<android.app.Activity>): void;
			/** @deprecated Removed in API 34 (deprecated in API 29) */
			public setOnNdefPushCompleteCallback(callback: android.nfc.NfcAdapter.OnNdefPushCompleteCallback, activity: android.app.Activity, activities: androidNative.Array<android.app.Activity>): void;
			/** @deprecated Removed in API 34 (deprecated in API 29) */
			public invokeBeam(activity: android.app.Activity): boolean;
			/** @deprecated Removed in API 34 (deprecated in API 15) */
			public enableForegroundNdefPush(activity: android.app.Activity, message: android.nfc.NdefMessage): void;
			/** @deprecated Removed in API 34 (deprecated in API 15) */
			public disableForegroundNdefPush(activity: android.app.Activity): void;
			/** @deprecated Removed in API 34 (deprecated in API 29) */
			public isNdefPushEnabled(): boolean;
		}
		export module NfcAdapter {
			export class ReaderCallback extends java.lang.Object {
				public static class: java.lang.Class<android.nfc.NfcAdapter.ReaderCallback>;
				/**
				 * Constructs a new instance of the android.nfc.NfcAdapter$ReaderCallback interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
				 */
				public constructor(implementation: {
					onTagDiscovered(param0: android.nfc.Tag): void;
					onTagLost(tag: android.nfc.Tag): void;
				});
				public constructor();
				public onTagDiscovered(param0: android.nfc.Tag): void;
				public onTagLost(tag: android.nfc.Tag): void;
			}
		}
		export class Tag extends java.lang.Object implements android.os.Parcelable {
			public static class: java.lang.Class<android.nfc.Tag>;
			public static CREATOR: android.os.Parcelable.Creator<android.nfc.Tag>;
			public describeContents(): number;
			public getId(): androidNative.Array<number>;
			public getTechList(): androidNative.Array<string>;
			public toString(): string;
			public writeToParcel(dest: android.os.Parcel, flags: number): void;
			public writeToParcel(param0: android.os.Parcel, param1: number): void;
		}
		export module tech {
			export class Ndef extends java.lang.Object implements android.nfc.tech.TagTechnology {
				public static class: java.lang.Class<android.nfc.tech.Ndef>;
				public static MIFARE_CLASSIC: "com.nxp.ndef.mifareclassic";
				public static NFC_FORUM_TYPE_1: "org.nfcforum.ndef.type1";
				public static NFC_FORUM_TYPE_2: "org.nfcforum.ndef.type2";
				public static NFC_FORUM_TYPE_3: "org.nfcforum.ndef.type3";
				public static NFC_FORUM_TYPE_4: "org.nfcforum.ndef.type4";
				public canMakeReadOnly(): boolean;
				public close(): void;
				public connect(): void;
				public static get(tag: android.nfc.Tag): android.nfc.tech.Ndef;
				public getCachedNdefMessage(): android.nfc.NdefMessage;
				public getMaxSize(): number;
				public getNdefMessage(): android.nfc.NdefMessage;
				public getTag(): android.nfc.Tag;
				public getType(): string;
				public isConnected(): boolean;
				public isWritable(): boolean;
				public makeReadOnly(): boolean;
				public writeNdefMessage(msg: android.nfc.NdefMessage): void;
			}
			export class TagTechnology extends java.lang.Object implements java.io.Closeable {
				public static class: java.lang.Class<android.nfc.tech.TagTechnology>;
				/**
				 * Constructs a new instance of the android.nfc.tech.TagTechnology interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
				 */
				public constructor(implementation: {
					close(): void;
					connect(): void;
					getTag(): android.nfc.Tag;
					isConnected(): boolean;
					close(): void;
					close(): void;
				});
				public constructor();
				public close(): void;
				public connect(): void;
				public getTag(): android.nfc.Tag;
				public isConnected(): boolean;
			}
		}
	}
	export module os {
		export class BaseBundle extends java.lang.Object {
			public static class: java.lang.Class<android.os.BaseBundle>;
			public clear(): void;
			public containsKey(key: string): boolean;
			/** @deprecated Deprecated in API 33 */
			public get(key: string): any;
			/** @since 22 */
			public getBoolean(key: string): boolean;
			/** @since 22 */
			public getBoolean(key: string, defaultValue: boolean): boolean;
			/** @since 22 */
			public getBooleanArray(key: string | null): androidNative.Array<boolean> | null;
			public getByteArray(key: string | null): androidNative.Array<number> | null;
			public getDouble(key: string): number;
			public getDouble(key: string, defaultValue: number): number;
			public getDoubleArray(key: string | null): androidNative.Array<number> | null;
			public getInt(key: string): number;
			public getInt(key: string, defaultValue: number): number;
			public getIntArray(key: string | null): androidNative.Array<number> | null;
			public getLong(key: string): number;
			public getLong(key: string, defaultValue: number): number;
			public getLongArray(key: string | null): androidNative.Array<number> | null;
			public getString(key: string | null): string | null;
			public getString(key: string | null, defaultValue: string): string;
			public getStringArray(key: string | null): androidNative.Array<string> | null;
			public isEmpty(): boolean;
			public keySet(): java.util.Set<string>;
			public putAll(bundle: any): void;
			/** @since 22 */
			public putBoolean(key: string | null, value: boolean): void;
			/** @since 22 */
			public putBooleanArray(key: string | null, value: androidNative.Array<boolean> | null): void;
			public putByteArray(key: string | null, value: androidNative.Array<number> | null): void;
			public putDouble(key: string | null, value: number): void;
			public putDoubleArray(key: string | null, value: androidNative.Array<number> | null): void;
			public putInt(key: string | null, value: number): void;
			public putIntArray(key: string | null, value: androidNative.Array<number> | null): void;
			public putLong(key: string | null, value: number): void;
			public putLongArray(key: string | null, value: androidNative.Array<number> | null): void;
			public putString(key: string | null, value: string | null): void;
			public putStringArray(key: string | null, value: androidNative.Array<string> | null): void;
			public remove(key: string): void;
			public size(): number;
		}
		export class BatteryManager extends java.lang.Object {
			public static class: java.lang.Class<android.os.BatteryManager>;
			/** @since 23 */
			public static ACTION_CHARGING: "android.os.action.CHARGING";
			/** @since 23 */
			public static ACTION_DISCHARGING: "android.os.action.DISCHARGING";
			/** @since 36 */
			public static BATTERY_CAPACITY_LEVEL_CRITICAL: 1;
			/** @since 36 */
			public static BATTERY_CAPACITY_LEVEL_FULL: 5;
			/** @since 36 */
			public static BATTERY_CAPACITY_LEVEL_HIGH: 4;
			/** @since 36 */
			public static BATTERY_CAPACITY_LEVEL_LOW: 2;
			/** @since 36 */
			public static BATTERY_CAPACITY_LEVEL_NORMAL: 3;
			/** @since 36 */
			public static BATTERY_CAPACITY_LEVEL_UNKNOWN: 0;
			/** @since 36 */
			public static BATTERY_CAPACITY_LEVEL_UNSUPPORTED: -1;
			public static BATTERY_HEALTH_COLD: 7;
			public static BATTERY_HEALTH_DEAD: 4;
			public static BATTERY_HEALTH_GOOD: 2;
			public static BATTERY_HEALTH_OVERHEAT: 3;
			public static BATTERY_HEALTH_OVER_VOLTAGE: 5;
			public static BATTERY_HEALTH_UNKNOWN: 1;
			public static BATTERY_HEALTH_UNSPECIFIED_FAILURE: 6;
			public static BATTERY_PLUGGED_AC: 1;
			/** @since 33 */
			public static BATTERY_PLUGGED_DOCK: 8;
			public static BATTERY_PLUGGED_USB: 2;
			public static BATTERY_PLUGGED_WIRELESS: 4;
			public static BATTERY_PROPERTY_CAPACITY: 4;
			public static BATTERY_PROPERTY_CHARGE_COUNTER: 1;
			public static BATTERY_PROPERTY_CURRENT_AVERAGE: 3;
			public static BATTERY_PROPERTY_CURRENT_NOW: 2;
			public static BATTERY_PROPERTY_ENERGY_COUNTER: 5;
			/** @since 26 */
			public static BATTERY_PROPERTY_STATUS: 6;
			public static BATTERY_STATUS_CHARGING: 2;
			public static BATTERY_STATUS_DISCHARGING: 3;
			public static BATTERY_STATUS_FULL: 5;
			public static BATTERY_STATUS_NOT_CHARGING: 4;
			public static BATTERY_STATUS_UNKNOWN: 1;
			/** @since 28 */
			public static EXTRA_BATTERY_LOW: "battery_low";
			/** @since 36 */
			public static EXTRA_CAPACITY_LEVEL: "android.os.extra.CAPACITY_LEVEL";
			/** @since 34 */
			public static EXTRA_CHARGING_STATUS: "android.os.extra.CHARGING_STATUS";
			/** @since 34 */
			public static EXTRA_CYCLE_COUNT: "android.os.extra.CYCLE_COUNT";
			public static EXTRA_HEALTH: "health";
			public static EXTRA_ICON_SMALL: "icon-small";
			public static EXTRA_LEVEL: "level";
			public static EXTRA_PLUGGED: "plugged";
			public static EXTRA_PRESENT: "present";
			public static EXTRA_SCALE: "scale";
			public static EXTRA_STATUS: "status";
			public static EXTRA_TECHNOLOGY: "technology";
			public static EXTRA_TEMPERATURE: "temperature";
			public static EXTRA_VOLTAGE: "voltage";
			/** @since 28 */
			public computeChargeTimeRemaining(): number;
			public getIntProperty(id: number): number;
			public getLongProperty(id: number): number;
			/** @since 35 */
			public getStringProperty(id: number): string | null;
			/** @since 23 */
			public isCharging(): boolean;
		}
		export class Build extends java.lang.Object {
			public static class: java.lang.Class<android.os.Build>;
			public static BACKPORTED_FIX_STATUS_FIXED: 1;
			public static BACKPORTED_FIX_STATUS_NOT_APPLICABLE: 2;
			public static BACKPORTED_FIX_STATUS_NOT_FIXED: 3;
			public static BACKPORTED_FIX_STATUS_UNKNOWN: 0;
			public static BOARD: string;
			public static BOOTLOADER: string;
			public static BRAND: string;
			/** @deprecated Deprecated in API 21 */
			public static CPU_ABI: string;
			/** @deprecated Deprecated in API 21 */
			public static CPU_ABI2: string;
			public static DEVICE: string;
			public static DISPLAY: string;
			public static FINGERPRINT: string;
			public static HARDWARE: string;
			public static HOST: string;
			public static ID: string;
			public static MANUFACTURER: string;
			public static MODEL: string;
			/** @since 31 */
			public static ODM_SKU: string;
			public static PRODUCT: string;
			/** @deprecated Deprecated in API 15 */
			public static RADIO: string;
			/** @deprecated Deprecated in API 26 */
			public static SERIAL: string;
			/** @since 31 */
			public static SKU: string;
			/** @since 31 */
			public static SOC_MANUFACTURER: string;
			/** @since 31 */
			public static SOC_MODEL: string;
			public static STRONGBOX_MANUFACTURER: string;
			public static STRONGBOX_MODEL: string;
			public static SUPPORTED_32_BIT_ABIS: androidNative.Array<string>;
			public static SUPPORTED_64_BIT_ABIS: androidNative.Array<string>;
			public static SUPPORTED_ABIS: androidNative.Array<string>;
			public static TAGS: string;
			public static TIME: number;
			public static TYPE: string;
			public static UNKNOWN: "unknown";
			public static USER: string;
			public constructor();
			public static getBackportedFixStatus(id: number): number;
			/** @since 29 */
			public static getFingerprintedPartitions(): java.util.List<android.os.Build.Partition>;
			/** @since 36 */
			public static getMajorSdkVersion(sdkIntFull: number): number;
			/** @since 36 */
			public static getMinorSdkVersion(sdkIntFull: number): number;
			public static getRadioVersion(): string;
			/** @since 26 */
			public static getSerial(): string;
		}
		export module Build {
			export class VERSION extends java.lang.Object {
				public static class: java.lang.Class<android.os.Build.VERSION>;
				/** @since 23 */
				public static BASE_OS: string;
				public static CODENAME: string;
				public static INCREMENTAL: string;
				/** @since 31 */
				public static MEDIA_PERFORMANCE_CLASS: number;
				/** @since 23 */
				public static PREVIEW_SDK_INT: number;
				public static RELEASE: string;
				/** @since 30 */
				public static RELEASE_OR_CODENAME: string;
				/** @since 33 */
				public static RELEASE_OR_PREVIEW_DISPLAY: string;
				/** @deprecated Deprecated in API 15 */
				public static SDK: string;
				public static SDK_INT: number;
				/** @since 36 */
				public static SDK_INT_FULL: number;
				/** @since 23 */
				public static SECURITY_PATCH: string;
				public constructor();
			}
		}
		export class Bundle extends android.os.BaseBundle implements java.lang.Cloneable, android.os.Parcelable {
			public static class: java.lang.Class<android.os.Bundle>;
			public static CREATOR: android.os.Parcelable.Creator<android.os.Bundle>;
			public static EMPTY: android.os.Bundle;
			public constructor();
			public constructor(b: android.os.Bundle);
			public constructor(b: any);
			public constructor(capacity: number);
			public constructor(loader: java.lang.ClassLoader);
			public clear(): void;
			public clone(): any;
			/** @since 26 */
			public deepCopy(): android.os.Bundle;
			public describeContents(): number;
			public getBinder(key: string | null): android.os.IBinder | null;
			public getBundle(key: string | null): android.os.Bundle | null;
			public getByte(key: string): number;
			public getByte(key: string, defaultValue: number): java.lang.Byte;
			public getByteArray(key: string | null): androidNative.Array<number> | null;
			public getChar(key: string): string;
			public getChar(key: string, defaultValue: string): string;
			public getCharArray(key: string | null): androidNative.Array<string> | null;
			public getCharSequence(key: string | null): string | null;
			public getCharSequence(key: string | null, defaultValue: string): string;
			public getCharSequenceArray(key: string | null): androidNative.Array<string> | null;
			public getCharSequenceArrayList(key: string | null): java.util.ArrayList<string> | null;
			public getClassLoader(): java.lang.ClassLoader;
			public getFloat(key: string): number;
			public getFloat(key: string, defaultValue: number): number;
			public getFloatArray(key: string | null): androidNative.Array<number> | null;
			public getIntegerArrayList(key: string | null): java.util.ArrayList<java.lang.Integer> | null;
			/** @deprecated Deprecated in API 33 */
			public getParcelable(key: string | null): android.os.Parcelable | null;
			/** @since 33 */
			public getParcelable(key: string | null, clazz: java.lang.Class<any>): any;
			/** @deprecated Deprecated in API 33 */
			public getParcelableArray(key: string | null): androidNative.Array<android.os.Parcelable> | null;
			/** @since 33 */
			public getParcelableArray(key: string | null, clazz: java.lang.Class<any>): androidNative.Array<any> | null;
			/** @deprecated Deprecated in API 33 */
			public getParcelableArrayList(key: string | null): java.util.ArrayList<any> | null;
			/** @since 33 */
			public getParcelableArrayList(key: string | null, clazz: java.lang.Class<any>): java.util.ArrayList<any> | null;
			/** @deprecated Deprecated in API 33 */
			public getSerializable(key: string | null): java.io.Serializable | null;
			/** @since 33 */
			public getSerializable(key: string | null, clazz: java.lang.Class<any>): java.io.Serializable | null;
			public getShort(key: string): number;
			public getShort(key: string, defaultValue: number): number;
			public getShortArray(key: string | null): androidNative.Array<number> | null;
			public getSize(key: string | null): any;
			public getSizeF(key: string | null): any;
			/** @deprecated Deprecated in API 33 */
			public getSparseParcelableArray(key: string | null): android.util.SparseArray<any> | null;
			/** @since 33 */
			public getSparseParcelableArray(key: string | null, clazz: java.lang.Class<any>): android.util.SparseArray<any> | null;
			public getStringArrayList(key: string | null): java.util.ArrayList<string> | null;
			public hasFileDescriptors(): boolean;
			public putAll(bundle: any): void;
			public putAll(bundle: android.os.Bundle): void;
			public putBinder(key: string | null, value: android.os.IBinder | null): void;
			public putBundle(key: string | null, value: android.os.Bundle | null): void;
			public putByte(key: string | null, value: number): void;
			public putByteArray(key: string | null, value: androidNative.Array<number> | null): void;
			public putChar(key: string | null, value: string): void;
			public putCharArray(key: string | null, value: androidNative.Array<string> | null): void;
			public putCharSequence(key: string | null, value: string | null): void;
			public putCharSequenceArray(key: string | null, value: androidNative.Array<string> | null): void;
			public putCharSequenceArrayList(key: string | null, value: java.util.ArrayList<string> | null): void;
			public putFloat(key: string | null, value: number): void;
			public putFloatArray(key: string | null, value: androidNative.Array<number> | null): void;
			public putIntegerArrayList(key: string | null, value: java.util.ArrayList<java.lang.Integer> | null): void;
			public putParcelable(key: string | null, value: android.os.Parcelable | null): void;
			public putParcelableArray(key: string | null, value: androidNative.Array<android.os.Parcelable> | null): void;
			public putParcelableArrayList(key: string | null, value: java.util.ArrayList<any> | null): void;
			public putSerializable(key: string | null, value: java.io.Serializable | null): void;
			public putShort(key: string | null, value: number): void;
			public putShortArray(key: string | null, value: androidNative.Array<number> | null): void;
			public putSize(key: string | null, value: any): void;
			public putSizeF(key: string | null, value: any): void;
			public putSparseParcelableArray(key: string | null, value: android.util.SparseArray<any> | null): void;
			public putStringArrayList(key: string | null, value: java.util.ArrayList<string> | null): void;
			public readFromParcel(parcel: android.os.Parcel): void;
			public remove(key: string): void;
			public setClassLoader(loader: java.lang.ClassLoader): void;
			public toString(): string;
			public writeToParcel(parcel: android.os.Parcel, flags: number): void;
			public writeToParcel(param0: android.os.Parcel, param1: number): void;
			/** @deprecated Removed in API 22 */
			public putBoolean(key: string, value: boolean): void;
			/** @deprecated Removed in API 22 */
			public putBooleanArray(key: string, value: androidNative.Array<boolean>): void;
			/** @deprecated Removed in API 22 */
			public getBoolean(key: string, defaultValue: boolean): boolean;
			/** @deprecated Removed in API 22 */
			public getBoolean(key: string): boolean;
			/** @deprecated Removed in API 22 */
			public getBooleanArray(key: string): androidNative.Array<boolean>;
		}
		export class CancellationSignal extends java.lang.Object {
			public static class: java.lang.Class<android.os.CancellationSignal>;
			public constructor();
			public cancel(): void;
			public isCanceled(): boolean;
			public setOnCancelListener(listener: android.os.CancellationSignal.OnCancelListener): void;
			public throwIfCanceled(): void;
		}
		export class Handler extends java.lang.Object {
			public static class: java.lang.Class<android.os.Handler>;
			/** @deprecated Deprecated in API 30 */
			public constructor();
			/** @deprecated Deprecated in API 30 */
			public constructor(callback: android.os.Handler.Callback | null);
			public constructor(looper: android.os.Looper);
			public constructor(looper: android.os.Looper, callback: android.os.Handler.Callback | null);
			/** @since 28 */
			public static createAsync(looper: android.os.Looper): android.os.Handler;
			/** @since 28 */
			public static createAsync(looper: android.os.Looper, callback: android.os.Handler.Callback): android.os.Handler;
			public dispatchMessage(msg: android.os.Message): void;
			public dump(pw: android.util.Printer, prefix: string): void;
			public getLooper(): android.os.Looper;
			public getMessageName(message: android.os.Message): string;
			public handleMessage(msg: android.os.Message): void;
			/** @since 29 */
			public hasCallbacks(r: java.lang.Runnable): boolean;
			public hasMessages(what: number): boolean;
			public hasMessages(what: number, object: any): boolean;
			public obtainMessage(): android.os.Message;
			public obtainMessage(what: number): android.os.Message;
			public obtainMessage(what: number, arg1: number, arg2: number): android.os.Message;
			public obtainMessage(what: number, arg1: number, arg2: number, obj: any): android.os.Message;
			public obtainMessage(what: number, obj: any): android.os.Message;
			public post(r: java.lang.Runnable): boolean;
			public postAtFrontOfQueue(r: java.lang.Runnable): boolean;
			public postAtTime(r: java.lang.Runnable, token: any, uptimeMillis: number): boolean;
			public postAtTime(r: java.lang.Runnable, uptimeMillis: number): boolean;
			/** @since 28 */
			public postDelayed(r: java.lang.Runnable, token: any, delayMillis: number): boolean;
			public postDelayed(r: java.lang.Runnable, delayMillis: number): boolean;
			public removeCallbacks(r: java.lang.Runnable): void;
			public removeCallbacks(r: java.lang.Runnable, token: any): void;
			public removeCallbacksAndMessages(token: any): void;
			public removeMessages(what: number): void;
			public removeMessages(what: number, object: any): void;
			public sendEmptyMessage(what: number): boolean;
			public sendEmptyMessageAtTime(what: number, uptimeMillis: number): boolean;
			public sendEmptyMessageDelayed(what: number, delayMillis: number): boolean;
			public sendMessage(msg: android.os.Message): boolean;
			public sendMessageAtFrontOfQueue(msg: android.os.Message): boolean;
			public sendMessageAtTime(msg: android.os.Message, uptimeMillis: number): boolean;
			public sendMessageDelayed(msg: android.os.Message, delayMillis: number): boolean;
			public toString(): string;
		}
		export class Looper extends java.lang.Object {
			public static class: java.lang.Class<android.os.Looper>;
			public dump(pw: android.util.Printer, prefix: string): void;
			public static getMainLooper(): android.os.Looper;
			/** @since 23 */
			public getQueue(): android.os.MessageQueue;
			public getThread(): java.lang.Thread;
			/** @since 23 */
			public isCurrentThread(): boolean;
			public static loop(): void;
			public static myLooper(): android.os.Looper | null;
			public static myQueue(): android.os.MessageQueue;
			public static prepare(): void;
			/** @deprecated Deprecated in API 30 */
			public static prepareMainLooper(): void;
			public quit(): void;
			public quitSafely(): void;
			public setMessageLogging(printer: android.util.Printer | null): void;
			public toString(): string;
		}
		export class ParcelFileDescriptor extends java.lang.Object implements java.io.Closeable, android.os.Parcelable {
			public static class: java.lang.Class<android.os.ParcelFileDescriptor>;
			public static CREATOR: android.os.Parcelable.Creator<android.os.ParcelFileDescriptor>;
			public static MODE_APPEND: 33554432;
			public static MODE_CREATE: 134217728;
			public static MODE_READ_ONLY: 268435456;
			public static MODE_READ_WRITE: 805306368;
			public static MODE_TRUNCATE: 67108864;
			/** @deprecated Deprecated in API 19 */
			public static MODE_WORLD_READABLE: 1;
			/** @deprecated Deprecated in API 19 */
			public static MODE_WORLD_WRITEABLE: 2;
			public static MODE_WRITE_ONLY: 536870912;
			public constructor(wrapped: android.os.ParcelFileDescriptor);
			public static adoptFd(fd: number): android.os.ParcelFileDescriptor;
			public canDetectErrors(): boolean;
			public checkError(): void;
			public close(): void;
			public closeWithError(msg: string): void;
			public static createPipe(): androidNative.Array<android.os.ParcelFileDescriptor>;
			public static createReliablePipe(): androidNative.Array<android.os.ParcelFileDescriptor>;
			public static createReliableSocketPair(): androidNative.Array<android.os.ParcelFileDescriptor>;
			public static createSocketPair(): androidNative.Array<android.os.ParcelFileDescriptor>;
			public describeContents(): number;
			public detachFd(): number;
			public dup(): android.os.ParcelFileDescriptor;
			public static dup(orig: java.io.FileDescriptor): android.os.ParcelFileDescriptor;
			public finalize(): void;
			public static fromDatagramSocket(datagramSocket: java.net.DatagramSocket): android.os.ParcelFileDescriptor;
			public static fromFd(fd: number): android.os.ParcelFileDescriptor;
			public static fromSocket(socket: java.net.Socket): android.os.ParcelFileDescriptor;
			public getFd(): number;
			public getFileDescriptor(): java.io.FileDescriptor;
			public getStatSize(): number;
			public static open(file: java.io.File, mode: number): android.os.ParcelFileDescriptor;
			public static open(file: java.io.File, mode: number, handler: android.os.Handler, listener: android.os.ParcelFileDescriptor.OnCloseListener): android.os.ParcelFileDescriptor;
			public static parseMode(mode: string): number;
			public toString(): string;
			/** @since 30 */
			public static wrap(pfd: android.os.ParcelFileDescriptor, handler: android.os.Handler, listener: android.os.ParcelFileDescriptor.OnCloseListener): android.os.ParcelFileDescriptor;
			public writeToParcel(out: android.os.Parcel, flags: number): void;
			public writeToParcel(param0: android.os.Parcel, param1: number): void;
		}
		export class Parcelable extends java.lang.Object {
			public static class: java.lang.Class<android.os.Parcelable>;
			/**
			 * Constructs a new instance of the android.os.Parcelable interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
			 */
			public constructor(implementation: {
				describeContents(): number;
				writeToParcel(param0: android.os.Parcel, param1: number): void;
			});
			public constructor();
			public static PARCELABLE_WRITE_RETURN_VALUE: 1;
			public static CONTENTS_FILE_DESCRIPTOR: 1;
			public describeContents(): number;
			public writeToParcel(param0: android.os.Parcel, param1: number): void;
		}
		export class PowerManager extends java.lang.Object {
			public static class: java.lang.Class<android.os.PowerManager>;
			/** @deprecated Deprecated in API 33 */
			public static ACQUIRE_CAUSES_WAKEUP: 268435456;
			/** @since 23 */
			public static ACTION_DEVICE_IDLE_MODE_CHANGED: "android.os.action.DEVICE_IDLE_MODE_CHANGED";
			/** @since 33 */
			public static ACTION_DEVICE_LIGHT_IDLE_MODE_CHANGED: "android.os.action.LIGHT_DEVICE_IDLE_MODE_CHANGED";
			/** @since 33 */
			public static ACTION_LOW_POWER_STANDBY_ENABLED_CHANGED: "android.os.action.LOW_POWER_STANDBY_ENABLED_CHANGED";
			/** @since 34 */
			public static ACTION_LOW_POWER_STANDBY_POLICY_CHANGED: "android.os.action.LOW_POWER_STANDBY_POLICY_CHANGED";
			public static ACTION_POWER_SAVE_MODE_CHANGED: "android.os.action.POWER_SAVE_MODE_CHANGED";
			/** @since 34 */
			public static FEATURE_WAKE_ON_LAN_IN_LOW_POWER_STANDBY: "com.android.lowpowerstandby.WAKE_ON_LAN";
			/** @deprecated Deprecated in API 17 */
			public static FULL_WAKE_LOCK: 26;
			/** @since 28 */
			public static LOCATION_MODE_ALL_DISABLED_WHEN_SCREEN_OFF: 2;
			/** @since 28 */
			public static LOCATION_MODE_FOREGROUND_ONLY: 3;
			/** @since 28 */
			public static LOCATION_MODE_GPS_DISABLED_WHEN_SCREEN_OFF: 1;
			/** @since 28 */
			public static LOCATION_MODE_NO_CHANGE: 0;
			/** @since 29 */
			public static LOCATION_MODE_THROTTLE_REQUESTS_WHEN_SCREEN_OFF: 4;
			/** @since 34 */
			public static LOW_POWER_STANDBY_ALLOWED_REASON_ONGOING_CALL: 4;
			/** @since 34 */
			public static LOW_POWER_STANDBY_ALLOWED_REASON_TEMP_POWER_SAVE_ALLOWLIST: 2;
			/** @since 34 */
			public static LOW_POWER_STANDBY_ALLOWED_REASON_VOICE_INTERACTION: 1;
			public static ON_AFTER_RELEASE: 536870912;
			public static PARTIAL_WAKE_LOCK: 1;
			public static PROXIMITY_SCREEN_OFF_WAKE_LOCK: 32;
			public static RELEASE_FLAG_WAIT_FOR_NO_PROXIMITY: 1;
			/** @deprecated Deprecated in API 15 */
			public static SCREEN_BRIGHT_WAKE_LOCK: 10;
			/** @deprecated Deprecated in API 17 */
			public static SCREEN_DIM_WAKE_LOCK: 6;
			/** @since 29 */
			public static THERMAL_STATUS_CRITICAL: 4;
			/** @since 29 */
			public static THERMAL_STATUS_EMERGENCY: 5;
			/** @since 29 */
			public static THERMAL_STATUS_LIGHT: 1;
			/** @since 29 */
			public static THERMAL_STATUS_MODERATE: 2;
			/** @since 29 */
			public static THERMAL_STATUS_NONE: 0;
			/** @since 29 */
			public static THERMAL_STATUS_SEVERE: 3;
			/** @since 29 */
			public static THERMAL_STATUS_SHUTDOWN: 6;
			/** @since 36 */
			public addThermalHeadroomListener(listener: android.os.PowerManager.OnThermalHeadroomChangedListener): void;
			/** @since 36 */
			public addThermalHeadroomListener(executor: java.util.concurrent.Executor, listener: android.os.PowerManager.OnThermalHeadroomChangedListener): void;
			/** @since 29 */
			public addThermalStatusListener(listener: android.os.PowerManager.OnThermalStatusChangedListener): void;
			/** @since 29 */
			public addThermalStatusListener(executor: java.util.concurrent.Executor, listener: android.os.PowerManager.OnThermalStatusChangedListener): void;
			/** @since 31 */
			public getBatteryDischargePrediction(): java.time.Duration | null;
			/** @since 29 */
			public getCurrentThermalStatus(): number;
			/** @since 28 */
			public getLocationPowerSaveMode(): number;
			/** @since 30 */
			public getThermalHeadroom(forecastSeconds: number): number;
			/** @since 35 */
			public getThermalHeadroomThresholds(): java.util.Map<java.lang.Integer,java.lang.Float>;
			/** @since 34 */
			public isAllowedInLowPowerStandby(reason: number): boolean;
			/** @since 34 */
			public isAllowedInLowPowerStandby(feature: string): boolean;
			/** @since 31 */
			public isBatteryDischargePredictionPersonalized(): boolean;
			/** @since 23 */
			public isDeviceIdleMode(): boolean;
			/** @since 33 */
			public isDeviceLightIdleMode(): boolean;
			/** @since 34 */
			public isExemptFromLowPowerStandby(): boolean;
			/** @since 23 */
			public isIgnoringBatteryOptimizations(packageName: string): boolean;
			public isInteractive(): boolean;
			/** @since 33 */
			public isLowPowerStandbyEnabled(): boolean;
			public isPowerSaveMode(): boolean;
			/** @since 30
			 *  @deprecated Deprecated in API 35 */
			public isRebootingUserspaceSupported(): boolean;
			/** @deprecated Deprecated in API 20 */
			public isScreenOn(): boolean;
			/** @since 24 */
			public isSustainedPerformanceModeSupported(): boolean;
			public isWakeLockLevelSupported(level: number): boolean;
			public newWakeLock(levelAndFlags: number, tag: string): android.os.PowerManager.WakeLock;
			public reboot(reason: string | null): void;
			/** @since 36 */
			public removeThermalHeadroomListener(listener: android.os.PowerManager.OnThermalHeadroomChangedListener): void;
			/** @since 29 */
			public removeThermalStatusListener(listener: android.os.PowerManager.OnThermalStatusChangedListener): void;
		}
		export class StatFs extends java.lang.Object {
			public static class: java.lang.Class<android.os.StatFs>;
			public constructor(path: string);
			/** @deprecated Deprecated in API 18 */
			public getAvailableBlocks(): number;
			public getAvailableBlocksLong(): number;
			public getAvailableBytes(): number;
			/** @deprecated Deprecated in API 18 */
			public getBlockCount(): number;
			public getBlockCountLong(): number;
			/** @deprecated Deprecated in API 18 */
			public getBlockSize(): number;
			public getBlockSizeLong(): number;
			/** @deprecated Deprecated in API 18 */
			public getFreeBlocks(): number;
			public getFreeBlocksLong(): number;
			public getFreeBytes(): number;
			public getTotalBytes(): number;
			public restat(path: string): void;
		}
		export class SystemClock extends java.lang.Object {
			public static class: java.lang.Class<android.os.SystemClock>;
			/** @since 29 */
			public static currentGnssTimeClock(): java.time.Clock;
			/** @since 33 */
			public static currentNetworkTimeClock(): java.time.Clock;
			public static currentThreadTimeMillis(): number;
			public static elapsedRealtime(): number;
			public static elapsedRealtimeNanos(): number;
			public static setCurrentTimeMillis(millis: number): boolean;
			public static sleep(ms: number): void;
			public static uptimeMillis(): number;
			/** @since 35 */
			public static uptimeNanos(): number;
		}
		/** @since 26 */
		export abstract class VibrationEffect extends java.lang.Object implements android.os.Parcelable {
			public static class: java.lang.Class<android.os.VibrationEffect>;
			public static CREATOR: android.os.Parcelable.Creator<android.os.VibrationEffect>;
			public static DEFAULT_AMPLITUDE: -1;
			/** @since 29 */
			public static EFFECT_CLICK: 0;
			/** @since 29 */
			public static EFFECT_DOUBLE_CLICK: 1;
			/** @since 29 */
			public static EFFECT_HEAVY_CLICK: 5;
			/** @since 29 */
			public static EFFECT_TICK: 2;
			public static createOneShot(milliseconds: number, amplitude: number): android.os.VibrationEffect;
			/** @since 29 */
			public static createPredefined(effectId: number): android.os.VibrationEffect;
			/** @since 36 */
			public static createRepeatingEffect(effect: android.os.VibrationEffect): android.os.VibrationEffect;
			/** @since 36 */
			public static createRepeatingEffect(preamble: android.os.VibrationEffect, repeatingEffect: android.os.VibrationEffect): android.os.VibrationEffect;
			public static createWaveform(timings: androidNative.Array<number>, repeat: number): android.os.VibrationEffect;
			public static createWaveform(timings: androidNative.Array<number>, amplitudes: androidNative.Array<number>, repeat: number): android.os.VibrationEffect;
			public describeContents(): number;
			/** @since 30 */
			public static startComposition(): android.os.VibrationEffect.Composition;
			public writeToParcel(param0: android.os.Parcel, param1: number): void;
		}
		export abstract class Vibrator extends java.lang.Object {
			public static class: java.lang.Class<android.os.Vibrator>;
			/** @since 30 */
			public static VIBRATION_EFFECT_SUPPORT_NO: 2;
			/** @since 30 */
			public static VIBRATION_EFFECT_SUPPORT_UNKNOWN: 0;
			/** @since 30 */
			public static VIBRATION_EFFECT_SUPPORT_YES: 1;
			/** @since 30 */
			public areAllEffectsSupported(effectIds: androidNative.Array<number>): number;
			/** @since 30 */
			public areAllPrimitivesSupported(primitiveIds: androidNative.Array<number>): boolean;
			/** @since 30 */
			public areEffectsSupported(effectIds: androidNative.Array<number>): androidNative.Array<number>;
			/** @since 36 */
			public areEnvelopeEffectsSupported(): boolean;
			/** @since 30 */
			public arePrimitivesSupported(primitiveIds: androidNative.Array<number>): androidNative.Array<boolean>;
			public cancel(): void;
			/** @since 36 */
			public getEnvelopeEffectInfo(): android.os.vibrator.VibratorEnvelopeEffectInfo;
			/** @since 36 */
			public getFrequencyProfile(): android.os.vibrator.VibratorFrequencyProfile | null;
			/** @since 31 */
			public getId(): number;
			/** @since 31 */
			public getPrimitiveDurations(primitiveIds: androidNative.Array<number>): androidNative.Array<number>;
			/** @since 34 */
			public getQFactor(): number;
			/** @since 34 */
			public getResonantFrequency(): number;
			/** @since 26 */
			public hasAmplitudeControl(): boolean;
			public hasVibrator(): boolean;
			/** @since 26 */
			public vibrate(vibe: android.os.VibrationEffect): void;
			/** @since 26
			 *  @deprecated Deprecated in API 33 */
			public vibrate(vibe: android.os.VibrationEffect, attributes: any): void;
			/** @since 33 */
			public vibrate(vibe: android.os.VibrationEffect, attributes: android.os.VibrationAttributes): void;
			/** @deprecated Deprecated in API 26 */
			public vibrate(milliseconds: number): void;
			/** @deprecated Deprecated in API 26 */
			public vibrate(milliseconds: number, attributes: any): void;
			/** @deprecated Deprecated in API 26 */
			public vibrate(pattern: androidNative.Array<number>, repeat: number): void;
			/** @deprecated Deprecated in API 26 */
			public vibrate(pattern: androidNative.Array<number>, repeat: number, attributes: any): void;
		}
		/** @since 31 */
		export abstract class VibratorManager extends java.lang.Object {
			public static class: java.lang.Class<android.os.VibratorManager>;
			public cancel(): void;
			public getDefaultVibrator(): android.os.Vibrator;
			public getVibrator(param0: number): android.os.Vibrator;
			public getVibratorIds(): androidNative.Array<number>;
			public vibrate(effect: android.os.CombinedVibration): void;
			public vibrate(effect: android.os.CombinedVibration, attributes: android.os.VibrationAttributes | null): void;
		}
	}
	export module provider {
		export class BaseColumns extends java.lang.Object {
			public static class: java.lang.Class<android.provider.BaseColumns>;
			/**
			 * Constructs a new instance of the android.provider.BaseColumns interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
			 */
			public constructor(implementation: {
			});
			public constructor();
			public static _ID: "_id";
			public static _COUNT: "_count";
		}
		export class MediaStore extends java.lang.Object {
			public static class: java.lang.Class<android.provider.MediaStore>;
			/** @since 35 */
			public static ACCESS_MEDIA_OWNER_PACKAGE_NAME_PERMISSION: "com.android.providers.media.permission.ACCESS_MEDIA_OWNER_PACKAGE_NAME";
			/** @since 36 */
			public static ACCESS_OEM_METADATA_PERMISSION: "com.android.providers.media.permission.ACCESS_OEM_METADATA";
			public static ACTION_IMAGE_CAPTURE: "android.media.action.IMAGE_CAPTURE";
			public static ACTION_IMAGE_CAPTURE_SECURE: "android.media.action.IMAGE_CAPTURE_SECURE";
			/** @since 36 */
			public static ACTION_MOTION_PHOTO_CAPTURE: "android.provider.action.MOTION_PHOTO_CAPTURE";
			/** @since 36 */
			public static ACTION_MOTION_PHOTO_CAPTURE_SECURE: "android.provider.action.MOTION_PHOTO_CAPTURE_SECURE";
			/** @since 33 */
			public static ACTION_PICK_IMAGES: "android.provider.action.PICK_IMAGES";
			/** @since 33 */
			public static ACTION_PICK_IMAGES_SETTINGS: "android.provider.action.PICK_IMAGES_SETTINGS";
			/** @since 29 */
			public static ACTION_REVIEW: "android.provider.action.REVIEW";
			/** @since 29 */
			public static ACTION_REVIEW_SECURE: "android.provider.action.REVIEW_SECURE";
			public static ACTION_VIDEO_CAPTURE: "android.media.action.VIDEO_CAPTURE";
			public static AUTHORITY: "media";
			/** @since 29 */
			public static AUTHORITY_URI: android.net.Uri;
			/** @since 31 */
			public static EXTRA_ACCEPT_ORIGINAL_MEDIA_FORMAT: "android.provider.extra.ACCEPT_ORIGINAL_MEDIA_FORMAT";
			/** @since 29 */
			public static EXTRA_BRIGHTNESS: "android.provider.extra.BRIGHTNESS";
			public static EXTRA_DURATION_LIMIT: "android.intent.extra.durationLimit";
			public static EXTRA_FINISH_ON_COMPLETION: "android.intent.extra.finishOnCompletion";
			public static EXTRA_FULL_SCREEN: "android.intent.extra.fullScreen";
			public static EXTRA_MEDIA_ALBUM: "android.intent.extra.album";
			public static EXTRA_MEDIA_ARTIST: "android.intent.extra.artist";
			/** @since 31 */
			public static EXTRA_MEDIA_CAPABILITIES: "android.provider.extra.MEDIA_CAPABILITIES";
			/** @since 31 */
			public static EXTRA_MEDIA_CAPABILITIES_UID: "android.provider.extra.MEDIA_CAPABILITIES_UID";
			public static EXTRA_MEDIA_FOCUS: "android.intent.extra.focus";
			public static EXTRA_MEDIA_GENRE: "android.intent.extra.genre";
			/** @deprecated Deprecated in API 31 */
			public static EXTRA_MEDIA_PLAYLIST: "android.intent.extra.playlist";
			public static EXTRA_MEDIA_RADIO_CHANNEL: "android.intent.extra.radio_channel";
			public static EXTRA_MEDIA_TITLE: "android.intent.extra.title";
			public static EXTRA_OUTPUT: "output";
			/** @since 36 */
			public static EXTRA_PICKER_PRE_SELECTION_URIS: "android.provider.extra.PICKER_PRE_SELECTION_URIS";
			/** @since 35 */
			public static EXTRA_PICK_IMAGES_ACCENT_COLOR: "android.provider.extra.PICK_IMAGES_ACCENT_COLOR";
			public static EXTRA_PICK_IMAGES_HIGHLIGHT_ALBUM: "android.provider.extra.PICK_IMAGES_HIGHLIGHT_ALBUM";
			public static EXTRA_PICK_IMAGES_HIGHLIGHT_SEARCH_RESULTS: "android.provider.extra.PICK_IMAGES_HIGHLIGHT_SEARCH_RESULTS";
			/** @since 35 */
			public static EXTRA_PICK_IMAGES_IN_ORDER: "android.provider.extra.PICK_IMAGES_IN_ORDER";
			/** @since 35 */
			public static EXTRA_PICK_IMAGES_LAUNCH_TAB: "android.provider.extra.PICK_IMAGES_LAUNCH_TAB";
			/** @since 33 */
			public static EXTRA_PICK_IMAGES_MAX: "android.provider.extra.PICK_IMAGES_MAX";
			public static EXTRA_PICK_IMAGES_SELECTION_PARAMS: "android.provider.extra.PICK_IMAGES_SELECTION_PARAMS";
			public static EXTRA_PICK_IMAGES_UI_CUSTOMIZATION_PARAMS: "android.provider.extra.PICK_IMAGES_UI_CUSTOMIZATION_PARAMS";
			public static EXTRA_REQUEST_LOCATION_METADATA_ACCESS: "android.provider.extra.REQUEST_LOCATION_METADATA_ACCESS";
			public static EXTRA_SCREEN_ORIENTATION: "android.intent.extra.screenOrientation";
			public static EXTRA_SHOW_ACTION_ICONS: "android.intent.extra.showActionIcons";
			public static EXTRA_SIZE_LIMIT: "android.intent.extra.sizeLimit";
			public static EXTRA_VIDEO_QUALITY: "android.intent.extra.videoQuality";
			public static INTENT_ACTION_MEDIA_PLAY_FROM_SEARCH: "android.media.action.MEDIA_PLAY_FROM_SEARCH";
			public static INTENT_ACTION_MEDIA_SEARCH: "android.intent.action.MEDIA_SEARCH";
			/** @deprecated Deprecated in API 15 */
			public static INTENT_ACTION_MUSIC_PLAYER: "android.intent.action.MUSIC_PLAYER";
			public static INTENT_ACTION_STILL_IMAGE_CAMERA: "android.media.action.STILL_IMAGE_CAMERA";
			public static INTENT_ACTION_STILL_IMAGE_CAMERA_SECURE: "android.media.action.STILL_IMAGE_CAMERA_SECURE";
			public static INTENT_ACTION_TEXT_OPEN_FROM_SEARCH: "android.media.action.TEXT_OPEN_FROM_SEARCH";
			public static INTENT_ACTION_VIDEO_CAMERA: "android.media.action.VIDEO_CAMERA";
			public static INTENT_ACTION_VIDEO_PLAY_FROM_SEARCH: "android.media.action.VIDEO_PLAY_FROM_SEARCH";
			public static KEY_PICK_IMAGES_HIGHLIGHT_ALBUM_ID: "android.provider.media.key.PICK_IMAGES_HIGHLIGHT_MEDIA_ALBUM_ID";
			public static KEY_PICK_IMAGES_HIGHLIGHT_SEARCH_TEXT_QUERY: "android.provider.media.key.PICK_IMAGES_HIGHLIGHT_SEARCH_TEXT_QUERY";
			public static KEY_PICK_IMAGES_HIGHLIGHT_TYPE: "android.provider.media.key.PICK_IMAGES_HIGHLIGHT_TYPE";
			/** @since 30 */
			public static MATCH_DEFAULT: 0;
			/** @since 30 */
			public static MATCH_EXCLUDE: 2;
			/** @since 30 */
			public static MATCH_INCLUDE: 1;
			/** @since 30 */
			public static MATCH_ONLY: 3;
			public static MEDIA_IGNORE_FILENAME: ".nomedia";
			public static MEDIA_SCANNER_VOLUME: "volume";
			/** @since 30 */
			public static META_DATA_REVIEW_GALLERY_PREWARM_SERVICE: "android.media.review_gallery_prewarm_service";
			/** @since 23 */
			public static META_DATA_STILL_IMAGE_CAMERA_PREWARM_SERVICE: "android.media.still_image_camera_preview_service";
			public static PICK_IMAGES_HIGHLIGHT_ALBUM_CAMERA: "android.provider.media.PICK_IMAGES_HIGHLIGHT_ALBUM_CAMERA";
			public static PICK_IMAGES_HIGHLIGHT_ALBUM_DOWNLOADS: "android.provider.media.PICK_IMAGES_HIGHLIGHT_ALBUM_DOWNLOADS";
			public static PICK_IMAGES_HIGHLIGHT_ALBUM_FAVORITES: "android.provider.media.PICK_IMAGES_HIGHLIGHT_ALBUM_FAVORITES";
			public static PICK_IMAGES_HIGHLIGHT_ALBUM_SCREENSHOTS: "android.provider.media.PICK_IMAGES_HIGHLIGHT_ALBUM_SCREENSHOTS";
			public static PICK_IMAGES_HIGHLIGHT_ALBUM_VIDEOS: "android.provider.media.PICK_IMAGES_HIGHLIGHT_ALBUM_VIDEOS";
			public static PICK_IMAGES_HIGHLIGHT_TYPE_COLLAPSED: 0;
			public static PICK_IMAGES_HIGHLIGHT_TYPE_EXPANDED: 1;
			/** @since 35 */
			public static PICK_IMAGES_TAB_ALBUMS: 0;
			/** @since 35 */
			public static PICK_IMAGES_TAB_IMAGES: 1;
			/** @since 31 */
			public static QUERY_ARG_INCLUDE_RECENTLY_UNMOUNTED_VOLUMES: "android:query-arg-recently-unmounted-volumes";
			/** @since 35 */
			public static QUERY_ARG_LATEST_SELECTION_ONLY: "android:query-arg-latest-selection-only";
			/** @since 30 */
			public static QUERY_ARG_MATCH_FAVORITE: "android:query-arg-match-favorite";
			/** @since 30 */
			public static QUERY_ARG_MATCH_PENDING: "android:query-arg-match-pending";
			/** @since 30 */
			public static QUERY_ARG_MATCH_TRASHED: "android:query-arg-match-trashed";
			/** @since 36 */
			public static QUERY_ARG_MEDIA_STANDARD_SORT_ORDER: "android:query-arg-media-standard-sort-order";
			/** @since 30 */
			public static QUERY_ARG_RELATED_URI: "android:query-arg-related-uri";
			public static UNKNOWN_STRING: "<unknown>";
			/** @since 29 */
			public static VOLUME_EXTERNAL: "external";
			/** @since 29 */
			public static VOLUME_EXTERNAL_PRIMARY: "external_primary";
			/** @since 29 */
			public static VOLUME_INTERNAL: "internal";
			public constructor();
			/** @since 31 */
			public static canManageMedia(context: android.content.Context): boolean;
			/** @since 30 */
			public static createDeleteRequest(resolver: android.content.ContentResolver, uris: java.util.Collection<android.net.Uri>): android.app.PendingIntent;
			/** @since 30 */
			public static createFavoriteRequest(resolver: android.content.ContentResolver, uris: java.util.Collection<android.net.Uri>, value: boolean): android.app.PendingIntent;
			/** @since 30 */
			public static createTrashRequest(resolver: android.content.ContentResolver, uris: java.util.Collection<android.net.Uri>, value: boolean): android.app.PendingIntent;
			/** @since 30 */
			public static createWriteRequest(resolver: android.content.ContentResolver, uris: java.util.Collection<android.net.Uri>): android.app.PendingIntent;
			/** @since 26 */
			public static getDocumentUri(context: android.content.Context, mediaUri: android.net.Uri): android.net.Uri | null;
			/** @since 29 */
			public static getExternalVolumeNames(context: android.content.Context): java.util.Set<string>;
			/** @since 30 */
			public static getGeneration(context: android.content.Context, volumeName: string): number;
			public static getMediaScannerUri(): android.net.Uri;
			/** @since 29 */
			public static getMediaUri(context: android.content.Context, documentUri: android.net.Uri): android.net.Uri | null;
			/** @since 31 */
			public static getOriginalMediaFormatFileDescriptor(context: android.content.Context, fileDescriptor: android.os.ParcelFileDescriptor): android.os.ParcelFileDescriptor;
			public static getPackageForSearchMediaService(resolver: android.content.ContentResolver): string;
			/** @since 33 */
			public static getPickImagesMaxLimit(): number;
			/** @since 30 */
			public static getRecentExternalVolumeNames(context: android.content.Context): java.util.Set<string>;
			/** @since 31 */
			public static getRedactedUri(resolver: android.content.ContentResolver, uri: android.net.Uri): android.net.Uri | null;
			/** @since 31 */
			public static getRedactedUri(resolver: android.content.ContentResolver, uris: java.util.List<android.net.Uri>): java.util.List<android.net.Uri>;
			/** @since 30 */
			public static getRequireOriginal(uri: android.net.Uri): boolean;
			public static getVersion(context: android.content.Context): string;
			/** @since 29 */
			public static getVersion(context: android.content.Context, volumeName: string): string;
			/** @since 29 */
			public static getVolumeName(uri: android.net.Uri): string;
			/** @since 33 */
			public static isCurrentCloudMediaProviderAuthority(resolver: android.content.ContentResolver, authority: string): boolean;
			/** @since 31 */
			public static isCurrentSystemGallery(resolver: android.content.ContentResolver, uid: number, packageName: string): boolean;
			/** @since 33 */
			public static isSupportedCloudMediaProviderAuthority(resolver: android.content.ContentResolver, authority: string): boolean;
			/** @since 36 */
			public static markIsFavoriteStatus(resolver: android.content.ContentResolver, uris: java.util.Collection<android.net.Uri>, areFavorites: boolean): void;
			/** @since 33 */
			public static notifyCloudMediaChangedEvent(resolver: android.content.ContentResolver, authority: string, currentMediaCollectionId: string): void;
			/** @since 36 */
			public static openAssetFileDescriptor(resolver: android.content.ContentResolver, uri: android.net.Uri, mode: string, cancellationSignal: android.os.CancellationSignal | null): android.content.res.AssetFileDescriptor | null;
			/** @since 36 */
			public static openFileDescriptor(resolver: android.content.ContentResolver, uri: android.net.Uri, mode: string, cancellationSignal: android.os.CancellationSignal | null): android.os.ParcelFileDescriptor | null;
			/** @since 36 */
			public static openTypedAssetFileDescriptor(resolver: android.content.ContentResolver, uri: android.net.Uri, mimeType: string, opts: android.os.Bundle | null, cancellationSignal: android.os.CancellationSignal | null): android.content.res.AssetFileDescriptor | null;
			public static queryDeletedFiles(resolver: android.content.ContentResolver, queryArgs: android.os.Bundle | null, signal: android.os.CancellationSignal | null): android.database.Cursor | null;
			public static restoreFileFromTrash(resolver: android.content.ContentResolver, path: string, targetPath: string | null): string;
			/** @since 29
			 *  @deprecated Deprecated in API 30 */
			public static setIncludePending(uri: android.net.Uri): android.net.Uri;
			/** @since 29 */
			public static setRequireOriginal(uri: android.net.Uri): android.net.Uri;
			public static trashFile(resolver: android.content.ContentResolver, path: string): string;
		}
		export class OpenableColumns extends java.lang.Object {
			public static class: java.lang.Class<android.provider.OpenableColumns>;
			/**
			 * Constructs a new instance of the android.provider.OpenableColumns interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
			 */
			public constructor(implementation: {
			});
			public constructor();
			public static SIZE: "_size";
			public static DISPLAY_NAME: "_display_name";
		}
		export class Settings extends java.lang.Object {
			public static class: java.lang.Class<android.provider.Settings>;
			public static ACTION_ACCESSIBILITY_SETTINGS: "android.settings.ACCESSIBILITY_SETTINGS";
			public static ACTION_ADD_ACCOUNT: "android.settings.ADD_ACCOUNT_SETTINGS";
			/** @since 34 */
			public static ACTION_ADVANCED_MEMORY_PROTECTION_SETTINGS: "android.settings.ADVANCED_MEMORY_PROTECTION_SETTINGS";
			public static ACTION_AIRPLANE_MODE_SETTINGS: "android.settings.AIRPLANE_MODE_SETTINGS";
			/** @since 33 */
			public static ACTION_ALL_APPS_NOTIFICATION_SETTINGS: "android.settings.ALL_APPS_NOTIFICATION_SETTINGS";
			public static ACTION_APN_SETTINGS: "android.settings.APN_SETTINGS";
			public static ACTION_APPLICATION_DETAILS_SETTINGS: "android.settings.APPLICATION_DETAILS_SETTINGS";
			public static ACTION_APPLICATION_DEVELOPMENT_SETTINGS: "android.settings.APPLICATION_DEVELOPMENT_SETTINGS";
			public static ACTION_APPLICATION_SETTINGS: "android.settings.APPLICATION_SETTINGS";
			/** @since 33 */
			public static ACTION_APP_LOCALE_SETTINGS: "android.settings.APP_LOCALE_SETTINGS";
			/** @since 29 */
			public static ACTION_APP_NOTIFICATION_BUBBLE_SETTINGS: "android.settings.APP_NOTIFICATION_BUBBLE_SETTINGS";
			/** @since 36 */
			public static ACTION_APP_NOTIFICATION_PROMOTION_SETTINGS: "android.settings.APP_NOTIFICATION_PROMOTION_SETTINGS";
			/** @since 26 */
			public static ACTION_APP_NOTIFICATION_SETTINGS: "android.settings.APP_NOTIFICATION_SETTINGS";
			/** @since 31 */
			public static ACTION_APP_OPEN_BY_DEFAULT_SETTINGS: "android.settings.APP_OPEN_BY_DEFAULT_SETTINGS";
			/** @since 29 */
			public static ACTION_APP_SEARCH_SETTINGS: "android.settings.APP_SEARCH_SETTINGS";
			/** @since 29 */
			public static ACTION_APP_USAGE_SETTINGS: "android.settings.action.APP_USAGE_SETTINGS";
			/** @since 35 */
			public static ACTION_AUTOMATIC_ZEN_RULE_SETTINGS: "android.settings.AUTOMATIC_ZEN_RULE_SETTINGS";
			/** @since 31 */
			public static ACTION_AUTO_ROTATE_SETTINGS: "android.settings.AUTO_ROTATE_SETTINGS";
			/** @since 22 */
			public static ACTION_BATTERY_SAVER_SETTINGS: "android.settings.BATTERY_SAVER_SETTINGS";
			/** @since 30 */
			public static ACTION_BIOMETRIC_ENROLL: "android.settings.BIOMETRIC_ENROLL";
			public static ACTION_BLUETOOTH_SETTINGS: "android.settings.BLUETOOTH_SETTINGS";
			public static ACTION_CAPTIONING_SETTINGS: "android.settings.CAPTIONING_SETTINGS";
			public static ACTION_CAST_SETTINGS: "android.settings.CAST_SETTINGS";
			/** @since 26 */
			public static ACTION_CHANNEL_NOTIFICATION_SETTINGS: "android.settings.CHANNEL_NOTIFICATION_SETTINGS";
			/** @since 30 */
			public static ACTION_CONDITION_PROVIDER_SETTINGS: "android.settings.ACTION_CONDITION_PROVIDER_SETTINGS";
			/** @since 35 */
			public static ACTION_CREDENTIAL_PROVIDER: "android.settings.CREDENTIAL_PROVIDER";
			public static ACTION_DATA_ROAMING_SETTINGS: "android.settings.DATA_ROAMING_SETTINGS";
			/** @since 28 */
			public static ACTION_DATA_USAGE_SETTINGS: "android.settings.DATA_USAGE_SETTINGS";
			public static ACTION_DATE_SETTINGS: "android.settings.DATE_SETTINGS";
			public static ACTION_DEVICE_INFO_SETTINGS: "android.settings.DEVICE_INFO_SETTINGS";
			public static ACTION_DISPLAY_SETTINGS: "android.settings.DISPLAY_SETTINGS";
			public static ACTION_DREAM_SETTINGS: "android.settings.DREAM_SETTINGS";
			/** @since 28
			 *  @deprecated Deprecated in API 30 */
			public static ACTION_FINGERPRINT_ENROLL: "android.settings.FINGERPRINT_ENROLL";
			/** @since 36 */
			public static ACTION_FIRST_DAY_OF_WEEK_SETTINGS: "android.settings.FIRST_DAY_OF_WEEK_SETTINGS";
			/** @since 24 */
			public static ACTION_HARD_KEYBOARD_SETTINGS: "android.settings.HARD_KEYBOARD_SETTINGS";
			public static ACTION_HOME_SETTINGS: "android.settings.HOME_SETTINGS";
			/** @since 24 */
			public static ACTION_IGNORE_BACKGROUND_DATA_RESTRICTIONS_SETTINGS: "android.settings.IGNORE_BACKGROUND_DATA_RESTRICTIONS_SETTINGS";
			/** @since 23 */
			public static ACTION_IGNORE_BATTERY_OPTIMIZATION_SETTINGS: "android.settings.IGNORE_BATTERY_OPTIMIZATION_SETTINGS";
			public static ACTION_INPUT_METHOD_SETTINGS: "android.settings.INPUT_METHOD_SETTINGS";
			public static ACTION_INPUT_METHOD_SUBTYPE_SETTINGS: "android.settings.INPUT_METHOD_SUBTYPE_SETTINGS";
			public static ACTION_INTERNAL_STORAGE_SETTINGS: "android.settings.INTERNAL_STORAGE_SETTINGS";
			public static ACTION_LOCALE_SETTINGS: "android.settings.LOCALE_SETTINGS";
			public static ACTION_LOCATION_SOURCE_SETTINGS: "android.settings.LOCATION_SOURCE_SETTINGS";
			public static ACTION_MANAGE_ALL_APPLICATIONS_SETTINGS: "android.settings.MANAGE_ALL_APPLICATIONS_SETTINGS";
			/** @since 30 */
			public static ACTION_MANAGE_ALL_FILES_ACCESS_PERMISSION: "android.settings.MANAGE_ALL_FILES_ACCESS_PERMISSION";
			/** @since 31 */
			public static ACTION_MANAGE_ALL_SIM_PROFILES_SETTINGS: "android.settings.MANAGE_ALL_SIM_PROFILES_SETTINGS";
			public static ACTION_MANAGE_APPLICATIONS_SETTINGS: "android.settings.MANAGE_APPLICATIONS_SETTINGS";
			/** @since 30 */
			public static ACTION_MANAGE_APP_ALL_FILES_ACCESS_PERMISSION: "android.settings.MANAGE_APP_ALL_FILES_ACCESS_PERMISSION";
			/** @since 34 */
			public static ACTION_MANAGE_APP_USE_FULL_SCREEN_INTENT: "android.settings.MANAGE_APP_USE_FULL_SCREEN_INTENT";
			/** @since 24 */
			public static ACTION_MANAGE_DEFAULT_APPS_SETTINGS: "android.settings.MANAGE_DEFAULT_APPS_SETTINGS";
			/** @since 23 */
			public static ACTION_MANAGE_OVERLAY_PERMISSION: "android.settings.action.MANAGE_OVERLAY_PERMISSION";
			/** @since 33 */
			public static ACTION_MANAGE_SUPERVISOR_RESTRICTED_SETTING: "android.settings.MANAGE_SUPERVISOR_RESTRICTED_SETTING";
			/** @since 26 */
			public static ACTION_MANAGE_UNKNOWN_APP_SOURCES: "android.settings.MANAGE_UNKNOWN_APP_SOURCES";
			/** @since 23 */
			public static ACTION_MANAGE_WRITE_SETTINGS: "android.settings.action.MANAGE_WRITE_SETTINGS";
			/** @since 36 */
			public static ACTION_MEASUREMENT_SYSTEM_SETTINGS: "android.settings.MEASUREMENT_SYSTEM_SETTINGS";
			public static ACTION_MEMORY_CARD_SETTINGS: "android.settings.MEMORY_CARD_SETTINGS";
			public static ACTION_NETWORK_OPERATOR_SETTINGS: "android.settings.NETWORK_OPERATOR_SETTINGS";
			public static ACTION_NFCSHARING_SETTINGS: "android.settings.NFCSHARING_SETTINGS";
			public static ACTION_NFC_PAYMENT_SETTINGS: "android.settings.NFC_PAYMENT_SETTINGS";
			public static ACTION_NFC_SETTINGS: "android.settings.NFC_SETTINGS";
			/** @since 26 */
			public static ACTION_NIGHT_DISPLAY_SETTINGS: "android.settings.NIGHT_DISPLAY_SETTINGS";
			/** @since 29 */
			public static ACTION_NOTIFICATION_ASSISTANT_SETTINGS: "android.settings.NOTIFICATION_ASSISTANT_SETTINGS";
			/** @since 30 */
			public static ACTION_NOTIFICATION_LISTENER_DETAIL_SETTINGS: "android.settings.NOTIFICATION_LISTENER_DETAIL_SETTINGS";
			/** @since 22 */
			public static ACTION_NOTIFICATION_LISTENER_SETTINGS: "android.settings.ACTION_NOTIFICATION_LISTENER_SETTINGS";
			/** @since 23 */
			public static ACTION_NOTIFICATION_POLICY_ACCESS_SETTINGS: "android.settings.NOTIFICATION_POLICY_ACCESS_SETTINGS";
			public static ACTION_PRINT_SETTINGS: "android.settings.ACTION_PRINT_SETTINGS";
			public static ACTION_PRIVACY_SETTINGS: "android.settings.PRIVACY_SETTINGS";
			/** @since 29 */
			public static ACTION_PROCESS_WIFI_EASY_CONNECT_URI: "android.settings.PROCESS_WIFI_EASY_CONNECT_URI";
			/** @since 30 */
			public static ACTION_QUICK_ACCESS_WALLET_SETTINGS: "android.settings.QUICK_ACCESS_WALLET_SETTINGS";
			public static ACTION_QUICK_LAUNCH_SETTINGS: "android.settings.QUICK_LAUNCH_SETTINGS";
			/** @since 34 */
			public static ACTION_REGIONAL_PREFERENCES_SETTINGS: "android.settings.REGIONAL_PREFERENCES_SETTINGS";
			/** @since 36 */
			public static ACTION_REGION_SETTINGS: "android.settings.REGION_SETTINGS";
			/** @since 23 */
			public static ACTION_REQUEST_IGNORE_BATTERY_OPTIMIZATIONS: "android.settings.REQUEST_IGNORE_BATTERY_OPTIMIZATIONS";
			/** @since 31 */
			public static ACTION_REQUEST_MANAGE_MEDIA: "android.settings.REQUEST_MANAGE_MEDIA";
			/** @since 35 */
			public static ACTION_REQUEST_MEDIA_ROUTING_CONTROL: "android.settings.REQUEST_MEDIA_ROUTING_CONTROL";
			/** @since 31 */
			public static ACTION_REQUEST_SCHEDULE_EXACT_ALARM: "android.settings.REQUEST_SCHEDULE_EXACT_ALARM";
			/** @since 26 */
			public static ACTION_REQUEST_SET_AUTOFILL_SERVICE: "android.settings.REQUEST_SET_AUTOFILL_SERVICE";
			/** @since 35 */
			public static ACTION_SATELLITE_SETTING: "android.settings.SATELLITE_SETTING";
			public static ACTION_SEARCH_SETTINGS: "android.search.action.SEARCH_SETTINGS";
			public static ACTION_SECURITY_SETTINGS: "android.settings.SECURITY_SETTINGS";
			public static ACTION_SETTINGS: "android.settings.SETTINGS";
			/** @since 32 */
			public static ACTION_SETTINGS_EMBED_DEEP_LINK_ACTIVITY: "android.settings.SETTINGS_EMBED_DEEP_LINK_ACTIVITY";
			public static ACTION_SHOW_REGULATORY_INFO: "android.settings.SHOW_REGULATORY_INFO";
			/** @since 30 */
			public static ACTION_SHOW_WORK_POLICY_INFO: "android.settings.SHOW_WORK_POLICY_INFO";
			public static ACTION_SOUND_SETTINGS: "android.settings.SOUND_SETTINGS";
			/** @since 28
			 *  @deprecated Deprecated in API 29 */
			public static ACTION_STORAGE_VOLUME_ACCESS_SETTINGS: "android.settings.STORAGE_VOLUME_ACCESS_SETTINGS";
			public static ACTION_SUPERVISION_SETTINGS: "android.settings.SUPERVISION_SETTINGS";
			public static ACTION_SYNC_SETTINGS: "android.settings.SYNC_SETTINGS";
			public static ACTION_SYSTEM_UPDATE_SETTINGS: "android.settings.SYSTEM_UPDATE_SETTINGS";
			/** @since 36 */
			public static ACTION_TEMPERATURE_UNIT_SETTINGS: "android.settings.TEMPERATURE_UNIT_SETTINGS";
			public static ACTION_USAGE_ACCESS_SETTINGS: "android.settings.USAGE_ACCESS_SETTINGS";
			public static ACTION_USER_DICTIONARY_SETTINGS: "android.settings.USER_DICTIONARY_SETTINGS";
			/** @since 23 */
			public static ACTION_VOICE_CONTROL_AIRPLANE_MODE: "android.settings.VOICE_CONTROL_AIRPLANE_MODE";
			/** @since 23 */
			public static ACTION_VOICE_CONTROL_BATTERY_SAVER_MODE: "android.settings.VOICE_CONTROL_BATTERY_SAVER_MODE";
			/** @since 23 */
			public static ACTION_VOICE_CONTROL_DO_NOT_DISTURB_MODE: "android.settings.VOICE_CONTROL_DO_NOT_DISTURB_MODE";
			public static ACTION_VOICE_INPUT_SETTINGS: "android.settings.VOICE_INPUT_SETTINGS";
			public static ACTION_VPN_APP_EXCLUSION_SETTINGS: "android.settings.VPN_APP_EXCLUSION_SETTINGS";
			/** @since 24 */
			public static ACTION_VPN_SETTINGS: "android.settings.VPN_SETTINGS";
			/** @since 24 */
			public static ACTION_VR_LISTENER_SETTINGS: "android.settings.VR_LISTENER_SETTINGS";
			/** @since 24 */
			public static ACTION_WEBVIEW_SETTINGS: "android.settings.WEBVIEW_SETTINGS";
			/** @since 30 */
			public static ACTION_WIFI_ADD_NETWORKS: "android.settings.WIFI_ADD_NETWORKS";
			public static ACTION_WIFI_IP_SETTINGS: "android.settings.WIFI_IP_SETTINGS";
			public static ACTION_WIFI_SETTINGS: "android.settings.WIFI_SETTINGS";
			public static ACTION_WIRELESS_SETTINGS: "android.settings.WIRELESS_SETTINGS";
			/** @since 26 */
			public static ACTION_ZEN_MODE_PRIORITY_SETTINGS: "android.settings.ZEN_MODE_PRIORITY_SETTINGS";
			/** @since 30 */
			public static ADD_WIFI_RESULT_ADD_OR_UPDATE_FAILED: 1;
			/** @since 30 */
			public static ADD_WIFI_RESULT_ALREADY_EXISTS: 2;
			/** @since 30 */
			public static ADD_WIFI_RESULT_SUCCESS: 0;
			public static AUTHORITY: "settings";
			public static EXTRA_ACCOUNT_TYPES: "account_types";
			/** @since 23 */
			public static EXTRA_AIRPLANE_MODE_ENABLED: "airplane_mode_enabled";
			/** @since 26 */
			public static EXTRA_APP_PACKAGE: "android.provider.extra.APP_PACKAGE";
			public static EXTRA_AUTHORITIES: "authorities";
			/** @since 35 */
			public static EXTRA_AUTOMATIC_ZEN_RULE_ID: "android.provider.extra.AUTOMATIC_ZEN_RULE_ID";
			/** @since 23 */
			public static EXTRA_BATTERY_SAVER_MODE_ENABLED: "android.settings.extra.battery_saver_mode_enabled";
			/** @since 30 */
			public static EXTRA_BIOMETRIC_AUTHENTICATORS_ALLOWED: "android.provider.extra.BIOMETRIC_AUTHENTICATORS_ALLOWED";
			/** @since 31 */
			public static EXTRA_CHANNEL_FILTER_LIST: "android.provider.extra.CHANNEL_FILTER_LIST";
			/** @since 26 */
			public static EXTRA_CHANNEL_ID: "android.provider.extra.CHANNEL_ID";
			/** @since 30 */
			public static EXTRA_CONVERSATION_ID: "android.provider.extra.CONVERSATION_ID";
			/** @since 23 */
			public static EXTRA_DO_NOT_DISTURB_MODE_ENABLED: "android.settings.extra.do_not_disturb_mode_enabled";
			/** @since 23 */
			public static EXTRA_DO_NOT_DISTURB_MODE_MINUTES: "android.settings.extra.do_not_disturb_mode_minutes";
			/** @since 30 */
			public static EXTRA_EASY_CONNECT_ATTEMPTED_SSID: "android.provider.extra.EASY_CONNECT_ATTEMPTED_SSID";
			/** @since 30 */
			public static EXTRA_EASY_CONNECT_BAND_LIST: "android.provider.extra.EASY_CONNECT_BAND_LIST";
			/** @since 30 */
			public static EXTRA_EASY_CONNECT_CHANNEL_LIST: "android.provider.extra.EASY_CONNECT_CHANNEL_LIST";
			/** @since 30 */
			public static EXTRA_EASY_CONNECT_ERROR_CODE: "android.provider.extra.EASY_CONNECT_ERROR_CODE";
			public static EXTRA_INPUT_METHOD_ID: "input_method_id";
			/** @since 30 */
			public static EXTRA_NOTIFICATION_LISTENER_COMPONENT_NAME: "android.provider.extra.NOTIFICATION_LISTENER_COMPONENT_NAME";
			/** @since 32 */
			public static EXTRA_SETTINGS_EMBEDDED_DEEP_LINK_HIGHLIGHT_MENU_KEY: "android.provider.extra.SETTINGS_EMBEDDED_DEEP_LINK_HIGHLIGHT_MENU_KEY";
			/** @since 32 */
			public static EXTRA_SETTINGS_EMBEDDED_DEEP_LINK_INTENT_URI: "android.provider.extra.SETTINGS_EMBEDDED_DEEP_LINK_INTENT_URI";
			/** @since 28 */
			public static EXTRA_SUB_ID: "android.provider.extra.SUB_ID";
			/** @since 33 */
			public static EXTRA_SUPERVISOR_RESTRICTED_SETTING_KEY: "android.provider.extra.SUPERVISOR_RESTRICTED_SETTING_KEY";
			/** @since 30 */
			public static EXTRA_WIFI_NETWORK_LIST: "android.provider.extra.WIFI_NETWORK_LIST";
			/** @since 30 */
			public static EXTRA_WIFI_NETWORK_RESULT_LIST: "android.provider.extra.WIFI_NETWORK_RESULT_LIST";
			/** @since 23 */
			public static INTENT_CATEGORY_USAGE_ACCESS_CONFIG: "android.intent.category.USAGE_ACCESS_CONFIG";
			/** @since 23 */
			public static METADATA_USAGE_ACCESS_REASON: "android.settings.metadata.USAGE_ACCESS_REASON";
			/** @since 33 */
			public static SUPERVISOR_VERIFICATION_SETTING_BIOMETRICS: 1;
			/** @since 33 */
			public static SUPERVISOR_VERIFICATION_SETTING_UNKNOWN: 0;
			public constructor();
			/** @since 23 */
			public static canDrawOverlays(context: android.content.Context): boolean;
		}
		export module Settings {
			export class Global extends android.provider.Settings.NameValueTable {
				public static class: java.lang.Class<android.provider.Settings.Global>;
				public static ADB_ENABLED: "adb_enabled";
				public static AIRPLANE_MODE_ON: "airplane_mode_on";
				public static AIRPLANE_MODE_RADIOS: "airplane_mode_radios";
				public static ALWAYS_FINISH_ACTIVITIES: "always_finish_activities";
				public static ANIMATOR_DURATION_SCALE: "animator_duration_scale";
				/** @since 29
				 *  @deprecated Deprecated in API 33 */
				public static APPLY_RAMPING_RINGER: "apply_ramping_ringer";
				public static AUTO_TIME: "auto_time";
				public static AUTO_TIME_ZONE: "auto_time_zone";
				public static BLUETOOTH_ON: "bluetooth_on";
				/** @since 24 */
				public static BOOT_COUNT: "boot_count";
				/** @since 24 */
				public static CONTACT_METADATA_SYNC_ENABLED: "contact_metadata_sync_enabled";
				public static CONTENT_URI: android.net.Uri;
				public static DATA_ROAMING: "data_roaming";
				public static DEBUG_APP: "debug_app";
				public static DEVELOPMENT_SETTINGS_ENABLED: "development_settings_enabled";
				/** @since 25 */
				public static DEVICE_NAME: "device_name";
				public static DEVICE_PROVISIONED: "device_provisioned";
				public static HTTP_PROXY: "http_proxy";
				/** @deprecated Deprecated in API 21 */
				public static INSTALL_NON_MARKET_APPS: "install_non_market_apps";
				public static MODE_RINGER: "mode_ringer";
				public static NETWORK_PREFERENCE: "network_preference";
				public static RADIO_BLUETOOTH: "bluetooth";
				public static RADIO_CELL: "cell";
				public static RADIO_NFC: "nfc";
				public static RADIO_WIFI: "wifi";
				/** @since 34 */
				public static SECURE_FRP_MODE: "secure_frp_mode";
				/** @deprecated Deprecated in API 25 */
				public static SHOW_PROCESSES: "show_processes";
				public static STAY_ON_WHILE_PLUGGED_IN: "stay_on_while_plugged_in";
				public static TRANSITION_ANIMATION_SCALE: "transition_animation_scale";
				public static USB_MASS_STORAGE_ENABLED: "usb_mass_storage_enabled";
				public static USE_GOOGLE_MAIL: "use_google_mail";
				public static WAIT_FOR_DEBUGGER: "wait_for_debugger";
				/** @since 23 */
				public static WIFI_DEVICE_OWNER_CONFIGS_LOCKDOWN: "wifi_device_owner_configs_lockdown";
				public static WIFI_MAX_DHCP_RETRY_COUNT: "wifi_max_dhcp_retry_count";
				public static WIFI_MOBILE_DATA_TRANSITION_WAKELOCK_TIMEOUT_MS: "wifi_mobile_data_transition_wakelock_timeout_ms";
				/** @deprecated Deprecated in API 26 */
				public static WIFI_NETWORKS_AVAILABLE_NOTIFICATION_ON: "wifi_networks_available_notification_on";
				/** @deprecated Deprecated in API 30 */
				public static WIFI_NETWORKS_AVAILABLE_REPEAT_DELAY: "wifi_networks_available_repeat_delay";
				/** @deprecated Deprecated in API 30 */
				public static WIFI_NUM_OPEN_NETWORKS_KEPT: "wifi_num_open_networks_kept";
				public static WIFI_ON: "wifi_on";
				/** @deprecated Deprecated in API 30 */
				public static WIFI_SLEEP_POLICY: "wifi_sleep_policy";
				/** @deprecated Deprecated in API 30 */
				public static WIFI_SLEEP_POLICY_DEFAULT: 0;
				/** @deprecated Deprecated in API 30 */
				public static WIFI_SLEEP_POLICY_NEVER: 2;
				/** @deprecated Deprecated in API 30 */
				public static WIFI_SLEEP_POLICY_NEVER_WHILE_PLUGGED: 1;
				public static WIFI_WATCHDOG_ON: "wifi_watchdog_on";
				public static WINDOW_ANIMATION_SCALE: "window_animation_scale";
				/** @deprecated Removed in API 24 */
				public static SYS_PROP_SETTING_VERSION: "sys.settings_global_version";
				public constructor();
				public static getFloat(cr: android.content.ContentResolver, name: string): number;
				public static getFloat(cr: android.content.ContentResolver, name: string, def: number): number;
				public static getInt(cr: android.content.ContentResolver, name: string): number;
				public static getInt(cr: android.content.ContentResolver, name: string, def: number): number;
				public static getLong(cr: android.content.ContentResolver, name: string): number;
				public static getLong(cr: android.content.ContentResolver, name: string, def: number): number;
				public static getString(resolver: android.content.ContentResolver, name: string): string;
				public static getUriFor(uri: android.net.Uri, name: string): android.net.Uri;
				public static getUriFor(name: string): android.net.Uri;
				public static putFloat(cr: android.content.ContentResolver, name: string, value: number): boolean;
				public static putInt(cr: android.content.ContentResolver, name: string, value: number): boolean;
				public static putLong(cr: android.content.ContentResolver, name: string, value: number): boolean;
				public static putString(resolver: android.content.ContentResolver, uri: android.net.Uri, name: string, value: string): boolean;
				public static putString(resolver: android.content.ContentResolver, name: string, value: string): boolean;
			}
			export class NameValueTable extends java.lang.Object implements android.provider.BaseColumns {
				public static class: java.lang.Class<android.provider.Settings.NameValueTable>;
				public static NAME: "name";
				public static VALUE: "value";
				public constructor();
				public static getUriFor(uri: android.net.Uri, name: string): android.net.Uri;
				public static putString(resolver: android.content.ContentResolver, uri: android.net.Uri, name: string, value: string): boolean;
			}
		}
	}
	export module text {
		export class InputType extends java.lang.Object {
			public static class: java.lang.Class<android.text.InputType>;
			/**
			 * Constructs a new instance of the android.text.InputType interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
			 */
			public constructor(implementation: {
			});
			public constructor();
			public static TYPE_TEXT_VARIATION_EMAIL_SUBJECT: 48;
			public static TYPE_MASK_FLAGS: 16773120;
			public static TYPE_TEXT_VARIATION_WEB_EDIT_TEXT: 160;
			public static TYPE_NULL: 0;
			public static TYPE_TEXT_VARIATION_PHONETIC: 192;
			public static TYPE_TEXT_VARIATION_VISIBLE_PASSWORD: 144;
			public static TYPE_CLASS_NUMBER: 2;
			/** @since 33 */
			public static TYPE_TEXT_FLAG_ENABLE_TEXT_CONVERSION_SUGGESTIONS: 1048576;
			public static TYPE_TEXT_VARIATION_NORMAL: 0;
			public static TYPE_TEXT_FLAG_AUTO_COMPLETE: 65536;
			public static TYPE_TEXT_FLAG_IME_MULTI_LINE: 262144;
			public static TYPE_TEXT_VARIATION_PERSON_NAME: 96;
			public static TYPE_NUMBER_VARIATION_NORMAL: 0;
			public static TYPE_TEXT_VARIATION_WEB_EMAIL_ADDRESS: 208;
			public static TYPE_NUMBER_FLAG_SIGNED: 4096;
			public static TYPE_DATETIME_VARIATION_DATE: 16;
			public static TYPE_CLASS_DATETIME: 4;
			public static TYPE_TEXT_FLAG_MULTI_LINE: 131072;
			public static TYPE_CLASS_TEXT: 1;
			public static TYPE_MASK_VARIATION: 4080;
			public static TYPE_TEXT_VARIATION_PASSWORD: 128;
			public static TYPE_TEXT_FLAG_CAP_CHARACTERS: 4096;
			public static TYPE_TEXT_VARIATION_EMAIL_ADDRESS: 32;
			public static TYPE_TEXT_FLAG_CAP_SENTENCES: 16384;
			public static TYPE_TEXT_FLAG_AUTO_CORRECT: 32768;
			public static TYPE_NUMBER_FLAG_DECIMAL: 8192;
			public static TYPE_TEXT_VARIATION_URI: 16;
			public static TYPE_NUMBER_VARIATION_PASSWORD: 16;
			public static TYPE_TEXT_VARIATION_POSTAL_ADDRESS: 112;
			public static TYPE_MASK_CLASS: 15;
			public static TYPE_TEXT_FLAG_ENABLE_TEXT_SUGGESTION_SELECTED: 2097152;
			public static TYPE_TEXT_FLAG_CAP_WORDS: 8192;
			public static TYPE_TEXT_VARIATION_FILTER: 176;
			public static TYPE_TEXT_VARIATION_WEB_PASSWORD: 224;
			public static TYPE_TEXT_VARIATION_SHORT_MESSAGE: 64;
			public static TYPE_DATETIME_VARIATION_TIME: 32;
			public static TYPE_TEXT_VARIATION_LONG_MESSAGE: 80;
			public static TYPE_CLASS_PHONE: 3;
			public static TYPE_DATETIME_VARIATION_NORMAL: 0;
			public static TYPE_TEXT_FLAG_NO_SUGGESTIONS: 524288;
		}
		export class NoCopySpan extends java.lang.Object {
			public static class: java.lang.Class<android.text.NoCopySpan>;
			/**
			 * Constructs a new instance of the android.text.NoCopySpan interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
			 */
			public constructor(implementation: {
			});
			public constructor();
		}
		export class TextWatcher extends java.lang.Object implements android.text.NoCopySpan {
			public static class: java.lang.Class<android.text.TextWatcher>;
			/**
			 * Constructs a new instance of the android.text.TextWatcher interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
			 */
			public constructor(implementation: {
				afterTextChanged(param0: android.text.Editable): void;
				beforeTextChanged(param0: string, param1: number, param2: number, param3: number): void;
				onTextChanged(param0: string, param1: number, param2: number, param3: number): void;
			});
			public constructor();
			public afterTextChanged(param0: android.text.Editable): void;
			public beforeTextChanged(param0: string, param1: number, param2: number, param3: number): void;
			public onTextChanged(param0: string, param1: number, param2: number, param3: number): void;
		}
	}
	export module util {
		export class Log extends java.lang.Object {
			public static class: java.lang.Class<android.util.Log>;
			public static ASSERT: 7;
			public static DEBUG: 3;
			public static ERROR: 6;
			public static INFO: 4;
			public static VERBOSE: 2;
			public static WARN: 5;
			public static d(tag: string | null, msg: string): number;
			public static d(tag: string | null, msg: string | null, tr: java.lang.Throwable | null): number;
			public static e(tag: string | null, msg: string): number;
			public static e(tag: string | null, msg: string | null, tr: java.lang.Throwable | null): number;
			public static getStackTraceString(tr: java.lang.Throwable | null): string;
			public static i(tag: string | null, msg: string): number;
			public static i(tag: string | null, msg: string | null, tr: java.lang.Throwable | null): number;
			public static isLoggable(param0: string | null, param1: number): boolean;
			public static println(priority: number, tag: string | null, msg: string): number;
			public static v(tag: string | null, msg: string): number;
			public static v(tag: string | null, msg: string | null, tr: java.lang.Throwable | null): number;
			public static w(tag: string | null, msg: string): number;
			public static w(tag: string | null, msg: string | null, tr: java.lang.Throwable | null): number;
			public static w(tag: string | null, tr: java.lang.Throwable | null): number;
			public static wtf(tag: string | null, msg: string | null): number;
			public static wtf(tag: string | null, msg: string | null, tr: java.lang.Throwable | null): number;
			public static wtf(tag: string | null, tr: java.lang.Throwable): number;
		}
		export class TypedValue extends java.lang.Object {
			public static class: java.lang.Class<android.util.TypedValue>;
			public static COMPLEX_MANTISSA_MASK: 16777215;
			public static COMPLEX_MANTISSA_SHIFT: 8;
			public static COMPLEX_RADIX_0p23: 3;
			public static COMPLEX_RADIX_16p7: 1;
			public static COMPLEX_RADIX_23p0: 0;
			public static COMPLEX_RADIX_8p15: 2;
			public static COMPLEX_RADIX_MASK: 3;
			public static COMPLEX_RADIX_SHIFT: 4;
			public static COMPLEX_UNIT_DIP: 1;
			public static COMPLEX_UNIT_FRACTION: 0;
			public static COMPLEX_UNIT_FRACTION_PARENT: 1;
			public static COMPLEX_UNIT_IN: 4;
			public static COMPLEX_UNIT_MASK: 15;
			public static COMPLEX_UNIT_MM: 5;
			public static COMPLEX_UNIT_PT: 3;
			public static COMPLEX_UNIT_PX: 0;
			public static COMPLEX_UNIT_SHIFT: 0;
			public static COMPLEX_UNIT_SP: 2;
			/** @since 22 */
			public static DATA_NULL_EMPTY: 1;
			/** @since 22 */
			public static DATA_NULL_UNDEFINED: 0;
			public static DENSITY_DEFAULT: 0;
			public static DENSITY_NONE: 65535;
			public static TYPE_ATTRIBUTE: 2;
			public static TYPE_DIMENSION: 5;
			public static TYPE_FIRST_COLOR_INT: 28;
			public static TYPE_FIRST_INT: 16;
			public static TYPE_FLOAT: 4;
			public static TYPE_FRACTION: 6;
			public static TYPE_INT_BOOLEAN: 18;
			public static TYPE_INT_COLOR_ARGB4: 30;
			public static TYPE_INT_COLOR_ARGB8: 28;
			public static TYPE_INT_COLOR_RGB4: 31;
			public static TYPE_INT_COLOR_RGB8: 29;
			public static TYPE_INT_DEC: 16;
			public static TYPE_INT_HEX: 17;
			public static TYPE_LAST_COLOR_INT: 31;
			public static TYPE_LAST_INT: 31;
			public static TYPE_NULL: 0;
			public static TYPE_REFERENCE: 1;
			public static TYPE_STRING: 3;
			public assetCookie: number;
			public changingConfigurations: number;
			public data: number;
			public density: number;
			public resourceId: number;
			/** @since 29 */
			public sourceResourceId: number;
			public string: string;
			public type: number;
			public constructor();
			public static applyDimension(unit: number, value: number, metrics: android.util.DisplayMetrics): number;
			public coerceToString(): string;
			public static coerceToString(type: number, data: number): string;
			public static complexToDimension(data: number, metrics: android.util.DisplayMetrics): number;
			public static complexToDimensionPixelOffset(data: number, metrics: android.util.DisplayMetrics): number;
			public static complexToDimensionPixelSize(data: number, metrics: android.util.DisplayMetrics): number;
			public static complexToFloat(complex: number): number;
			public static complexToFraction(data: number, base: number, pbase: number): number;
			/** @since 34 */
			public static convertDimensionToPixels(unitToConvertFrom: number, value: number, metrics: android.util.DisplayMetrics): number;
			/** @since 34 */
			public static convertPixelsToDimension(unitToConvertTo: number, pixelValue: number, metrics: android.util.DisplayMetrics): number;
			/** @since 34 */
			public static deriveDimension(unitToConvertTo: number, pixelValue: number, metrics: android.util.DisplayMetrics): number;
			/** @since 22 */
			public getComplexUnit(): number;
			public getDimension(metrics: android.util.DisplayMetrics): number;
			public getFloat(): number;
			public getFraction(base: number, pbase: number): number;
			/** @since 29 */
			public isColorType(): boolean;
			public setTo(other: android.util.TypedValue): void;
			public toString(): string;
		}
	}
	export module view {
		export class ContextThemeWrapper extends android.content.ContextWrapper {
			public static class: java.lang.Class<android.view.ContextThemeWrapper>;
			public constructor(base: android.content.Context);
			public constructor();
			/** @since 23 */
			public constructor(base: android.content.Context, theme: android.content.res.Resources.Theme);
			public constructor(base: android.content.Context, themeResId: number);
			public applyOverrideConfiguration(overrideConfiguration: android.content.res.Configuration): void;
			public attachBaseContext(newBase: android.content.Context): void;
			public getAssets(): android.content.res.AssetManager;
			public getResources(): android.content.res.Resources;
			/** @since 23 */
			public getSystemService(serviceClass: java.lang.Class<any>): any;
			public getSystemService(name: string): any;
			public getTheme(): android.content.res.Resources.Theme;
			public onApplyThemeResource(theme: android.content.res.Resources.Theme, resId: number, first: boolean): void;
			public setTheme(resid: number): void;
			/** @since 29 */
			public setTheme(theme: android.content.res.Resources.Theme | null): void;
		}
		export class Gravity extends java.lang.Object {
			public static class: java.lang.Class<android.view.Gravity>;
			public static AXIS_CLIP: 8;
			public static AXIS_PULL_AFTER: 4;
			public static AXIS_PULL_BEFORE: 2;
			public static AXIS_SPECIFIED: 1;
			public static AXIS_X_SHIFT: 0;
			public static AXIS_Y_SHIFT: 4;
			public static BOTTOM: 80;
			public static CENTER: 17;
			public static CENTER_HORIZONTAL: 1;
			public static CENTER_VERTICAL: 16;
			public static CLIP_HORIZONTAL: 8;
			public static CLIP_VERTICAL: 128;
			public static DISPLAY_CLIP_HORIZONTAL: 16777216;
			public static DISPLAY_CLIP_VERTICAL: 268435456;
			public static END: 8388613;
			public static FILL: 119;
			public static FILL_HORIZONTAL: 7;
			public static FILL_VERTICAL: 112;
			public static HORIZONTAL_GRAVITY_MASK: 7;
			public static LEFT: 3;
			public static NO_GRAVITY: 0;
			public static RELATIVE_HORIZONTAL_GRAVITY_MASK: 8388615;
			public static RELATIVE_LAYOUT_DIRECTION: 8388608;
			public static RIGHT: 5;
			public static START: 8388611;
			public static TOP: 48;
			public static VERTICAL_GRAVITY_MASK: 112;
			public constructor();
			public static apply(gravity: number, w: number, h: number, container: android.graphics.Rect, outRect: android.graphics.Rect): void;
			public static apply(gravity: number, w: number, h: number, container: android.graphics.Rect, outRect: android.graphics.Rect, layoutDirection: number): void;
			public static apply(gravity: number, w: number, h: number, container: android.graphics.Rect, xAdj: number, yAdj: number, outRect: android.graphics.Rect): void;
			public static apply(gravity: number, w: number, h: number, container: android.graphics.Rect, xAdj: number, yAdj: number, outRect: android.graphics.Rect, layoutDirection: number): void;
			public static applyDisplay(gravity: number, display: android.graphics.Rect, inoutObj: android.graphics.Rect): void;
			public static applyDisplay(gravity: number, display: android.graphics.Rect, inoutObj: android.graphics.Rect, layoutDirection: number): void;
			public static getAbsoluteGravity(gravity: number, layoutDirection: number): number;
			public static isHorizontal(gravity: number): boolean;
			public static isVertical(gravity: number): boolean;
		}
		export module KeyEvent {
			export class Callback extends java.lang.Object {
				public static class: java.lang.Class<android.view.KeyEvent.Callback>;
				/**
				 * Constructs a new instance of the android.view.KeyEvent$Callback interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
				 */
				public constructor(implementation: {
					onKeyDown(param0: number, param1: android.view.KeyEvent): boolean;
					onKeyLongPress(param0: number, param1: android.view.KeyEvent): boolean;
					onKeyMultiple(param0: number, param1: number, param2: android.view.KeyEvent): boolean;
					onKeyUp(param0: number, param1: android.view.KeyEvent): boolean;
				});
				public constructor();
				public onKeyDown(param0: number, param1: android.view.KeyEvent): boolean;
				public onKeyLongPress(param0: number, param1: android.view.KeyEvent): boolean;
				public onKeyMultiple(param0: number, param1: number, param2: android.view.KeyEvent): boolean;
				public onKeyUp(param0: number, param1: android.view.KeyEvent): boolean;
			}
		}
		export module LayoutInflater {
			export class Factory extends java.lang.Object {
				public static class: java.lang.Class<android.view.LayoutInflater.Factory>;
				/**
				 * Constructs a new instance of the android.view.LayoutInflater$Factory interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
				 */
				public constructor(implementation: {
					onCreateView(param0: string, param1: android.content.Context, param2: android.util.AttributeSet): android.view.View | null;
				});
				public constructor();
				public onCreateView(param0: string, param1: android.content.Context, param2: android.util.AttributeSet): android.view.View | null;
			}
			export class Factory2 extends java.lang.Object implements android.view.LayoutInflater.Factory {
				public static class: java.lang.Class<android.view.LayoutInflater.Factory2>;
				/**
				 * Constructs a new instance of the android.view.LayoutInflater$Factory2 interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
				 */
				public constructor(implementation: {
					onCreateView(param0: android.view.View | null, param1: string, param2: android.content.Context, param3: android.util.AttributeSet): android.view.View | null;
					onCreateView(param0: string, param1: android.content.Context, param2: android.util.AttributeSet): android.view.View | null;
				});
				public constructor();
				public onCreateView(param0: android.view.View | null, param1: string, param2: android.content.Context, param3: android.util.AttributeSet): android.view.View | null;
				public onCreateView(param0: string, param1: android.content.Context, param2: android.util.AttributeSet): android.view.View | null;
			}
		}
		export class Surface extends java.lang.Object implements android.os.Parcelable {
			public static class: java.lang.Class<android.view.Surface>;
			/** @since 31 */
			public static CHANGE_FRAME_RATE_ALWAYS: 1;
			/** @since 31 */
			public static CHANGE_FRAME_RATE_ONLY_IF_SEAMLESS: 0;
			public static CREATOR: android.os.Parcelable.Creator<android.view.Surface>;
			/** @since 36 */
			public static FRAME_RATE_COMPATIBILITY_AT_LEAST: 2;
			/** @since 30 */
			public static FRAME_RATE_COMPATIBILITY_DEFAULT: 0;
			/** @since 30 */
			public static FRAME_RATE_COMPATIBILITY_FIXED_SOURCE: 1;
			public static ROTATION_0: 0;
			public static ROTATION_180: 2;
			public static ROTATION_270: 3;
			public static ROTATION_90: 1;
			public constructor(surfaceTexture: android.graphics.SurfaceTexture);
			/** @since 29 */
			public constructor(from: android.view.SurfaceControl);
			/** @since 34 */
			public clearFrameRate(): void;
			public describeContents(): number;
			public finalize(): void;
			public isProducerThrottlingEnabled(): boolean;
			public isValid(): boolean;
			public lockCanvas(inOutDirty: android.graphics.Rect): android.graphics.Canvas;
			/** @since 23 */
			public lockHardwareCanvas(): android.graphics.Canvas;
			public readFromParcel(source: android.os.Parcel): void;
			public release(): void;
			/** @since 30 */
			public setFrameRate(frameRate: number, compatibility: number): void;
			/** @since 31 */
			public setFrameRate(frameRate: number, compatibility: number, changeFrameRateStrategy: number): void;
			public setProducerThrottlingEnabled(enabled: boolean): void;
			public toString(): string;
			/** @deprecated Deprecated in API 17 */
			public unlockCanvas(canvas: android.graphics.Canvas): void;
			public unlockCanvasAndPost(canvas: android.graphics.Canvas): void;
			public writeToParcel(dest: android.os.Parcel, flags: number): void;
			public writeToParcel(param0: android.os.Parcel, param1: number): void;
		}
		export class SurfaceHolder extends java.lang.Object {
			public static class: java.lang.Class<android.view.SurfaceHolder>;
			/**
			 * Constructs a new instance of the android.view.SurfaceHolder interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
			 */
			public constructor(implementation: {
				addCallback(param0: android.view.SurfaceHolder.Callback): void;
				getSurface(): android.view.Surface;
				getSurfaceFrame(): android.graphics.Rect;
				isCreating(): boolean;
				lockCanvas(): android.graphics.Canvas;
				lockCanvas(param0: android.graphics.Rect): android.graphics.Canvas;
				lockHardwareCanvas(): android.graphics.Canvas;
				removeCallback(param0: android.view.SurfaceHolder.Callback): void;
				setFixedSize(param0: number, param1: number): void;
				setFormat(param0: number): void;
				setKeepScreenOn(param0: boolean): void;
				setSizeFromLayout(): void;
				setType(param0: number): void;
				unlockCanvasAndPost(param0: android.graphics.Canvas): void;
			});
			public constructor();
			/** @deprecated Deprecated in API 15 */
			public static SURFACE_TYPE_GPU: 2;
			/** @deprecated Deprecated in API 15 */
			public static SURFACE_TYPE_HARDWARE: 1;
			/** @deprecated Deprecated in API 15 */
			public static SURFACE_TYPE_PUSH_BUFFERS: 3;
			/** @deprecated Deprecated in API 15 */
			public static SURFACE_TYPE_NORMAL: 0;
			public addCallback(param0: android.view.SurfaceHolder.Callback): void;
			public getSurface(): android.view.Surface;
			public getSurfaceFrame(): android.graphics.Rect;
			public isCreating(): boolean;
			public lockCanvas(): android.graphics.Canvas;
			public lockCanvas(param0: android.graphics.Rect): android.graphics.Canvas;
			/** @since 26 */
			public lockHardwareCanvas(): android.graphics.Canvas;
			public removeCallback(param0: android.view.SurfaceHolder.Callback): void;
			public setFixedSize(param0: number, param1: number): void;
			public setFormat(param0: number): void;
			public setKeepScreenOn(param0: boolean): void;
			public setSizeFromLayout(): void;
			/** @deprecated Deprecated in API 15 */
			public setType(param0: number): void;
			public unlockCanvasAndPost(param0: android.graphics.Canvas): void;
		}
		export module SurfaceHolder {
			export class Callback extends java.lang.Object {
				public static class: java.lang.Class<android.view.SurfaceHolder.Callback>;
				/**
				 * Constructs a new instance of the android.view.SurfaceHolder$Callback interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
				 */
				public constructor(implementation: {
					surfaceChanged(param0: android.view.SurfaceHolder, param1: number, param2: number, param3: number): void;
					surfaceCreated(param0: android.view.SurfaceHolder): void;
					surfaceDestroyed(param0: android.view.SurfaceHolder): void;
				});
				public constructor();
				public surfaceChanged(param0: android.view.SurfaceHolder, param1: number, param2: number, param3: number): void;
				public surfaceCreated(param0: android.view.SurfaceHolder): void;
				public surfaceDestroyed(param0: android.view.SurfaceHolder): void;
			}
		}
		export class SurfaceView extends android.view.View {
			public static class: java.lang.Class<android.view.SurfaceView>;
			/** @since 34 */
			public static SURFACE_LIFECYCLE_DEFAULT: 0;
			/** @since 34 */
			public static SURFACE_LIFECYCLE_FOLLOWS_ATTACHMENT: 2;
			/** @since 34 */
			public static SURFACE_LIFECYCLE_FOLLOWS_VISIBILITY: 1;
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet | null);
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet | null, defStyleAttr: number);
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet | null, defStyleAttr: number, defStyleRes: number);
			public constructor(context: android.content.Context);
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet);
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet, defStyleAttr: number);
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet, defStyleAttr: number, defStyleRes: number);
			/** @since 34 */
			public applyTransactionToFrame(transaction: android.view.SurfaceControl.Transaction): void;
			/** @since 36 */
			public clearChildSurfacePackage(): void;
			public dispatchDraw(canvas: android.graphics.Canvas): void;
			public draw(canvas: android.graphics.Canvas): void;
			public gatherTransparentRegion(region: android.graphics.Region): boolean;
			/** @since 23 */
			public getAccessibilityClassName(): string;
			public getBlurRegions(): java.util.List<android.view.BlurRegion>;
			/** @since 36 */
			public getChildSurfacePackage(): android.view.SurfaceControlViewHost.SurfacePackage | null;
			/** @since 36 */
			public getCompositionOrder(): number;
			public getHolder(): android.view.SurfaceHolder;
			/** @since 30
			 *  @deprecated Deprecated in API 35 */
			public getHostToken(): android.os.IBinder | null;
			public getImportantForAccessibility(): number;
			/** @since 29 */
			public getSurfaceControl(): android.view.SurfaceControl;
			public hasOverlappingRendering(): boolean;
			public onAttachedToWindow(): void;
			public onDetachedFromWindow(): void;
			public onFocusChanged(gainFocus: boolean, direction: number, previouslyFocusedRect: android.graphics.Rect | null): void;
			public onMeasure(widthMeasureSpec: number, heightMeasureSpec: number): void;
			public onSetAlpha(alpha: number): boolean;
			public onWindowVisibilityChanged(visibility: number): void;
			public setAlpha(alpha: number): void;
			public setBlurRegions(blurRegions: java.util.Collection<android.view.BlurRegion> | null): void;
			/** @since 30 */
			public setChildSurfacePackage(p: android.view.SurfaceControlViewHost.SurfacePackage): void;
			public setClipBounds(clipBounds: android.graphics.Rect): void;
			/** @since 36 */
			public setCompositionOrder(compositionOrder: number): void;
			/** @since 35 */
			public setDesiredHdrHeadroom(desiredHeadroom: number): void;
			public setSecure(isSecure: boolean): void;
			/** @since 34 */
			public setSurfaceLifecycle(lifecycleStrategy: number): void;
			public setVisibility(visibility: number): void;
			public setZOrderMediaOverlay(isMediaOverlay: boolean): void;
			public setZOrderOnTop(onTop: boolean): void;
			public onKeyDown(param0: number, param1: android.view.KeyEvent): boolean;
			public onKeyLongPress(param0: number, param1: android.view.KeyEvent): boolean;
			public onKeyMultiple(param0: number, param1: number, param2: android.view.KeyEvent): boolean;
			public onKeyUp(param0: number, param1: android.view.KeyEvent): boolean;
			public invalidateDrawable(param0: android.graphics.drawable.Drawable): void;
			public scheduleDrawable(param0: android.graphics.drawable.Drawable, param1: java.lang.Runnable, param2: number): void;
			public unscheduleDrawable(who: android.graphics.drawable.Drawable): void;
			public unscheduleDrawable(param0: android.graphics.drawable.Drawable, param1: java.lang.Runnable): void;
			public sendAccessibilityEvent(param0: number): void;
			public sendAccessibilityEventUnchecked(param0: android.view.accessibility.AccessibilityEvent): void;
		}
		export class View extends java.lang.Object implements android.view.accessibility.AccessibilityEventSource, android.graphics.drawable.Drawable.Callback, android.view.KeyEvent.Callback {
			public static class: java.lang.Class<android.view.View>;
			/** @since 34 */
			public static ACCESSIBILITY_DATA_SENSITIVE_AUTO: 0;
			/** @since 34 */
			public static ACCESSIBILITY_DATA_SENSITIVE_NO: 2;
			/** @since 34 */
			public static ACCESSIBILITY_DATA_SENSITIVE_YES: 1;
			public static ACCESSIBILITY_LIVE_REGION_ASSERTIVE: 2;
			public static ACCESSIBILITY_LIVE_REGION_NONE: 0;
			public static ACCESSIBILITY_LIVE_REGION_POLITE: 1;
			public static ALPHA: android.util.Property<android.view.View,java.lang.Float>;
			/** @since 26 */
			public static AUTOFILL_FLAG_INCLUDE_NOT_IMPORTANT_VIEWS: 1;
			/** @since 26 */
			public static AUTOFILL_HINT_CREDIT_CARD_EXPIRATION_DATE: "creditCardExpirationDate";
			/** @since 26 */
			public static AUTOFILL_HINT_CREDIT_CARD_EXPIRATION_DAY: "creditCardExpirationDay";
			/** @since 26 */
			public static AUTOFILL_HINT_CREDIT_CARD_EXPIRATION_MONTH: "creditCardExpirationMonth";
			/** @since 26 */
			public static AUTOFILL_HINT_CREDIT_CARD_EXPIRATION_YEAR: "creditCardExpirationYear";
			/** @since 26 */
			public static AUTOFILL_HINT_CREDIT_CARD_NUMBER: "creditCardNumber";
			/** @since 26 */
			public static AUTOFILL_HINT_CREDIT_CARD_SECURITY_CODE: "creditCardSecurityCode";
			/** @since 26 */
			public static AUTOFILL_HINT_EMAIL_ADDRESS: "emailAddress";
			/** @since 26 */
			public static AUTOFILL_HINT_NAME: "name";
			/** @since 26 */
			public static AUTOFILL_HINT_PASSWORD: "password";
			/** @since 26 */
			public static AUTOFILL_HINT_PHONE: "phone";
			/** @since 26 */
			public static AUTOFILL_HINT_POSTAL_ADDRESS: "postalAddress";
			/** @since 26 */
			public static AUTOFILL_HINT_POSTAL_CODE: "postalCode";
			/** @since 26 */
			public static AUTOFILL_HINT_USERNAME: "username";
			/** @since 26 */
			public static AUTOFILL_TYPE_DATE: 4;
			/** @since 26 */
			public static AUTOFILL_TYPE_LIST: 3;
			/** @since 26 */
			public static AUTOFILL_TYPE_NONE: 0;
			/** @since 26 */
			public static AUTOFILL_TYPE_TEXT: 1;
			/** @since 26 */
			public static AUTOFILL_TYPE_TOGGLE: 2;
			/** @since 35 */
			public static CONTENT_SENSITIVITY_AUTO: 0;
			/** @since 35 */
			public static CONTENT_SENSITIVITY_NOT_SENSITIVE: 2;
			/** @since 35 */
			public static CONTENT_SENSITIVITY_SENSITIVE: 1;
			/** @since 32 */
			public static DRAG_FLAG_ACCESSIBILITY_ACTION: 1024;
			/** @since 24 */
			public static DRAG_FLAG_GLOBAL: 256;
			/** @since 24 */
			public static DRAG_FLAG_GLOBAL_PERSISTABLE_URI_PERMISSION: 64;
			/** @since 24 */
			public static DRAG_FLAG_GLOBAL_PREFIX_URI_PERMISSION: 128;
			/** @since 35 */
			public static DRAG_FLAG_GLOBAL_SAME_APPLICATION: 4096;
			/** @since 24 */
			public static DRAG_FLAG_GLOBAL_URI_READ: 1;
			/** @since 24 */
			public static DRAG_FLAG_GLOBAL_URI_WRITE: 2;
			/** @since 36 */
			public static DRAG_FLAG_HIDE_CALLING_TASK_ON_DRAG_START: 16384;
			/** @since 24 */
			public static DRAG_FLAG_OPAQUE: 512;
			/** @since 35 */
			public static DRAG_FLAG_START_INTENT_SENDER_ON_UNHANDLED_DRAG: 8192;
			/** @deprecated Deprecated in API 28 */
			public static DRAWING_CACHE_QUALITY_AUTO: 0;
			/** @deprecated Deprecated in API 28 */
			public static DRAWING_CACHE_QUALITY_HIGH: 1048576;
			/** @deprecated Deprecated in API 28 */
			public static DRAWING_CACHE_QUALITY_LOW: 524288;
			public static EMPTY_STATE_SET: androidNative.Array<number>;
			public static ENABLED_FOCUSED_SELECTED_STATE_SET: androidNative.Array<number>;
			public static ENABLED_FOCUSED_SELECTED_WINDOW_FOCUSED_STATE_SET: androidNative.Array<number>;
			public static ENABLED_FOCUSED_STATE_SET: androidNative.Array<number>;
			public static ENABLED_FOCUSED_WINDOW_FOCUSED_STATE_SET: androidNative.Array<number>;
			public static ENABLED_SELECTED_STATE_SET: androidNative.Array<number>;
			public static ENABLED_SELECTED_WINDOW_FOCUSED_STATE_SET: androidNative.Array<number>;
			public static ENABLED_STATE_SET: androidNative.Array<number>;
			public static ENABLED_WINDOW_FOCUSED_STATE_SET: androidNative.Array<number>;
			public static FIND_VIEWS_WITH_CONTENT_DESCRIPTION: 2;
			public static FIND_VIEWS_WITH_TEXT: 1;
			/** @since 26 */
			public static FOCUSABLE: 1;
			public static FOCUSABLES_ALL: 0;
			public static FOCUSABLES_TOUCH_MODE: 1;
			/** @since 26 */
			public static FOCUSABLE_AUTO: 16;
			public static FOCUSED_SELECTED_STATE_SET: androidNative.Array<number>;
			public static FOCUSED_SELECTED_WINDOW_FOCUSED_STATE_SET: androidNative.Array<number>;
			public static FOCUSED_STATE_SET: androidNative.Array<number>;
			public static FOCUSED_WINDOW_FOCUSED_STATE_SET: androidNative.Array<number>;
			public static FOCUS_BACKWARD: 1;
			public static FOCUS_DOWN: 130;
			public static FOCUS_FORWARD: 2;
			public static FOCUS_LEFT: 17;
			public static FOCUS_RIGHT: 66;
			public static FOCUS_UP: 33;
			public static GONE: 8;
			public static HAPTIC_FEEDBACK_ENABLED: 268435456;
			public static IMPORTANT_FOR_ACCESSIBILITY_AUTO: 0;
			public static IMPORTANT_FOR_ACCESSIBILITY_NO: 2;
			public static IMPORTANT_FOR_ACCESSIBILITY_NO_HIDE_DESCENDANTS: 4;
			public static IMPORTANT_FOR_ACCESSIBILITY_YES: 1;
			/** @since 26 */
			public static IMPORTANT_FOR_AUTOFILL_AUTO: 0;
			/** @since 26 */
			public static IMPORTANT_FOR_AUTOFILL_NO: 2;
			/** @since 26 */
			public static IMPORTANT_FOR_AUTOFILL_NO_EXCLUDE_DESCENDANTS: 8;
			/** @since 26 */
			public static IMPORTANT_FOR_AUTOFILL_YES: 1;
			/** @since 26 */
			public static IMPORTANT_FOR_AUTOFILL_YES_EXCLUDE_DESCENDANTS: 4;
			/** @since 30 */
			public static IMPORTANT_FOR_CONTENT_CAPTURE_AUTO: 0;
			/** @since 30 */
			public static IMPORTANT_FOR_CONTENT_CAPTURE_NO: 2;
			/** @since 30 */
			public static IMPORTANT_FOR_CONTENT_CAPTURE_NO_EXCLUDE_DESCENDANTS: 8;
			/** @since 30 */
			public static IMPORTANT_FOR_CONTENT_CAPTURE_YES: 1;
			/** @since 30 */
			public static IMPORTANT_FOR_CONTENT_CAPTURE_YES_EXCLUDE_DESCENDANTS: 4;
			public static INVISIBLE: 4;
			public static KEEP_SCREEN_ON: 67108864;
			public static LAYER_TYPE_HARDWARE: 2;
			public static LAYER_TYPE_NONE: 0;
			public static LAYER_TYPE_SOFTWARE: 1;
			public static LAYOUT_DIRECTION_INHERIT: 2;
			public static LAYOUT_DIRECTION_LOCALE: 3;
			public static LAYOUT_DIRECTION_LTR: 0;
			public static LAYOUT_DIRECTION_RTL: 1;
			public static MEASURED_HEIGHT_STATE_SHIFT: 16;
			public static MEASURED_SIZE_MASK: 16777215;
			public static MEASURED_STATE_MASK: -16777216;
			public static MEASURED_STATE_TOO_SMALL: 16777216;
			/** @since 26 */
			public static NOT_FOCUSABLE: 0;
			public static NO_ID: -1;
			public static OVER_SCROLL_ALWAYS: 0;
			public static OVER_SCROLL_IF_CONTENT_SCROLLS: 1;
			public static OVER_SCROLL_NEVER: 2;
			public static POINTER_CAPTURE_MODE_ABSOLUTE: 1;
			public static POINTER_CAPTURE_MODE_RELATIVE: 2;
			public static POINTER_CAPTURE_MODE_UNCAPTURED: 0;
			public static PRESSED_ENABLED_FOCUSED_SELECTED_STATE_SET: androidNative.Array<number>;
			public static PRESSED_ENABLED_FOCUSED_SELECTED_WINDOW_FOCUSED_STATE_SET: androidNative.Array<number>;
			public static PRESSED_ENABLED_FOCUSED_STATE_SET: androidNative.Array<number>;
			public static PRESSED_ENABLED_FOCUSED_WINDOW_FOCUSED_STATE_SET: androidNative.Array<number>;
			public static PRESSED_ENABLED_SELECTED_STATE_SET: androidNative.Array<number>;
			public static PRESSED_ENABLED_SELECTED_WINDOW_FOCUSED_STATE_SET: androidNative.Array<number>;
			public static PRESSED_ENABLED_STATE_SET: androidNative.Array<number>;
			public static PRESSED_ENABLED_WINDOW_FOCUSED_STATE_SET: androidNative.Array<number>;
			public static PRESSED_FOCUSED_SELECTED_STATE_SET: androidNative.Array<number>;
			public static PRESSED_FOCUSED_SELECTED_WINDOW_FOCUSED_STATE_SET: androidNative.Array<number>;
			public static PRESSED_FOCUSED_STATE_SET: androidNative.Array<number>;
			public static PRESSED_FOCUSED_WINDOW_FOCUSED_STATE_SET: androidNative.Array<number>;
			public static PRESSED_SELECTED_STATE_SET: androidNative.Array<number>;
			public static PRESSED_SELECTED_WINDOW_FOCUSED_STATE_SET: androidNative.Array<number>;
			public static PRESSED_STATE_SET: androidNative.Array<number>;
			public static PRESSED_WINDOW_FOCUSED_STATE_SET: androidNative.Array<number>;
			public static RECTANGLE_ON_SCREEN_REQUEST_SOURCE_INPUT_FOCUS: 3;
			public static RECTANGLE_ON_SCREEN_REQUEST_SOURCE_SCROLL_ONLY: 1;
			public static RECTANGLE_ON_SCREEN_REQUEST_SOURCE_TEXT_CURSOR: 2;
			public static RECTANGLE_ON_SCREEN_REQUEST_SOURCE_UNDEFINED: 0;
			/** @since 35 */
			public static REQUESTED_FRAME_RATE_CATEGORY_DEFAULT: typeof NaN;
			/** @since 35 */
			public static REQUESTED_FRAME_RATE_CATEGORY_HIGH: -4.0;
			/** @since 35 */
			public static REQUESTED_FRAME_RATE_CATEGORY_LOW: -2.0;
			/** @since 35 */
			public static REQUESTED_FRAME_RATE_CATEGORY_NORMAL: -3.0;
			/** @since 35 */
			public static REQUESTED_FRAME_RATE_CATEGORY_NO_PREFERENCE: -1.0;
			public static ROTATION: android.util.Property<android.view.View,java.lang.Float>;
			public static ROTATION_X: android.util.Property<android.view.View,java.lang.Float>;
			public static ROTATION_Y: android.util.Property<android.view.View,java.lang.Float>;
			public static SCALE_X: android.util.Property<android.view.View,java.lang.Float>;
			public static SCALE_Y: android.util.Property<android.view.View,java.lang.Float>;
			public static SCREEN_STATE_OFF: 0;
			public static SCREEN_STATE_ON: 1;
			public static SCROLLBARS_INSIDE_INSET: 16777216;
			public static SCROLLBARS_INSIDE_OVERLAY: 0;
			public static SCROLLBARS_OUTSIDE_INSET: 50331648;
			public static SCROLLBARS_OUTSIDE_OVERLAY: 33554432;
			public static SCROLLBAR_POSITION_DEFAULT: 0;
			public static SCROLLBAR_POSITION_LEFT: 1;
			public static SCROLLBAR_POSITION_RIGHT: 2;
			public static SCROLL_AXIS_HORIZONTAL: 1;
			public static SCROLL_AXIS_NONE: 0;
			public static SCROLL_AXIS_VERTICAL: 2;
			/** @since 31 */
			public static SCROLL_CAPTURE_HINT_AUTO: 0;
			/** @since 31 */
			public static SCROLL_CAPTURE_HINT_EXCLUDE: 1;
			/** @since 31 */
			public static SCROLL_CAPTURE_HINT_EXCLUDE_DESCENDANTS: 4;
			/** @since 31 */
			public static SCROLL_CAPTURE_HINT_INCLUDE: 2;
			/** @since 23 */
			public static SCROLL_INDICATOR_BOTTOM: 2;
			/** @since 23 */
			public static SCROLL_INDICATOR_END: 32;
			/** @since 23 */
			public static SCROLL_INDICATOR_LEFT: 4;
			/** @since 23 */
			public static SCROLL_INDICATOR_RIGHT: 8;
			/** @since 23 */
			public static SCROLL_INDICATOR_START: 16;
			/** @since 23 */
			public static SCROLL_INDICATOR_TOP: 1;
			public static SELECTED_STATE_SET: androidNative.Array<number>;
			public static SELECTED_WINDOW_FOCUSED_STATE_SET: androidNative.Array<number>;
			public static SOUND_EFFECTS_ENABLED: 134217728;
			/** @deprecated Deprecated in API 15 */
			public static STATUS_BAR_HIDDEN: 1;
			/** @deprecated Deprecated in API 15 */
			public static STATUS_BAR_VISIBLE: 0;
			/** @deprecated Deprecated in API 30 */
			public static SYSTEM_UI_FLAG_FULLSCREEN: 4;
			/** @deprecated Deprecated in API 30 */
			public static SYSTEM_UI_FLAG_HIDE_NAVIGATION: 2;
			/** @deprecated Deprecated in API 30 */
			public static SYSTEM_UI_FLAG_IMMERSIVE: 2048;
			/** @deprecated Deprecated in API 30 */
			public static SYSTEM_UI_FLAG_IMMERSIVE_STICKY: 4096;
			/** @deprecated Deprecated in API 30 */
			public static SYSTEM_UI_FLAG_LAYOUT_FULLSCREEN: 1024;
			/** @deprecated Deprecated in API 30 */
			public static SYSTEM_UI_FLAG_LAYOUT_HIDE_NAVIGATION: 512;
			/** @deprecated Deprecated in API 30 */
			public static SYSTEM_UI_FLAG_LAYOUT_STABLE: 256;
			/** @since 26
			 *  @deprecated Deprecated in API 30 */
			public static SYSTEM_UI_FLAG_LIGHT_NAVIGATION_BAR: 16;
			/** @since 23
			 *  @deprecated Deprecated in API 30 */
			public static SYSTEM_UI_FLAG_LIGHT_STATUS_BAR: 8192;
			/** @deprecated Deprecated in API 30 */
			public static SYSTEM_UI_FLAG_LOW_PROFILE: 1;
			/** @deprecated Deprecated in API 30 */
			public static SYSTEM_UI_FLAG_VISIBLE: 0;
			/** @deprecated Deprecated in API 30 */
			public static SYSTEM_UI_LAYOUT_FLAGS: 1536;
			public static TEXT_ALIGNMENT_CENTER: 4;
			public static TEXT_ALIGNMENT_GRAVITY: 1;
			public static TEXT_ALIGNMENT_INHERIT: 0;
			public static TEXT_ALIGNMENT_TEXT_END: 3;
			public static TEXT_ALIGNMENT_TEXT_START: 2;
			public static TEXT_ALIGNMENT_VIEW_END: 6;
			public static TEXT_ALIGNMENT_VIEW_START: 5;
			public static TEXT_DIRECTION_ANY_RTL: 2;
			public static TEXT_DIRECTION_FIRST_STRONG: 1;
			/** @since 23 */
			public static TEXT_DIRECTION_FIRST_STRONG_LTR: 6;
			/** @since 23 */
			public static TEXT_DIRECTION_FIRST_STRONG_RTL: 7;
			public static TEXT_DIRECTION_INHERIT: 0;
			public static TEXT_DIRECTION_LOCALE: 5;
			public static TEXT_DIRECTION_LTR: 3;
			public static TEXT_DIRECTION_RTL: 4;
			public static TRANSLATION_X: android.util.Property<android.view.View,java.lang.Float>;
			public static TRANSLATION_Y: android.util.Property<android.view.View,java.lang.Float>;
			public static TRANSLATION_Z: android.util.Property<android.view.View,java.lang.Float>;
			public static VIEW_LOG_TAG: "View";
			public static VISIBLE: 0;
			public static WINDOW_FOCUSED_STATE_SET: androidNative.Array<number>;
			public static X: android.util.Property<android.view.View,java.lang.Float>;
			public static Y: android.util.Property<android.view.View,java.lang.Float>;
			public static Z: android.util.Property<android.view.View,java.lang.Float>;
			public constructor(context: android.content.Context);
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet | null);
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet | null, defStyleAttr: number);
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet | null, defStyleAttr: number, defStyleRes: number);
			public addChildrenForAccessibility(outChildren: java.util.ArrayList<android.view.View>): void;
			/** @since 26 */
			public addExtraDataToAccessibilityNodeInfo(info: android.view.accessibility.AccessibilityNodeInfo, extraDataKey: string, arguments_: android.os.Bundle | null): void;
			public addFocusables(views: java.util.ArrayList<android.view.View>, direction: number): void;
			public addFocusables(views: java.util.ArrayList<android.view.View>, direction: number, focusableMode: number): void;
			/** @since 26 */
			public addKeyboardNavigationClusters(views: java.util.Collection<android.view.View>, direction: number): void;
			public addOnAttachStateChangeListener(listener: android.view.View.OnAttachStateChangeListener): void;
			public addOnLayoutChangeListener(listener: android.view.View.OnLayoutChangeListener): void;
			/** @since 28 */
			public addOnUnhandledKeyEventListener(listener: android.view.View.OnUnhandledKeyEventListener): void;
			public addTouchables(views: java.util.ArrayList<android.view.View>): void;
			public animate(): android.view.ViewPropertyAnimator;
			/** @deprecated Deprecated in API 36 */
			public announceForAccessibility(text: string): void;
			/** @since 26 */
			public autofill(values: android.util.SparseArray<android.view.autofill.AutofillValue>): void;
			/** @since 26 */
			public autofill(value: android.view.autofill.AutofillValue): void;
			public awakenScrollBars(): boolean;
			public awakenScrollBars(startDelay: number): boolean;
			public awakenScrollBars(startDelay: number, invalidate: boolean): boolean;
			public bringToFront(): void;
			/** @deprecated Deprecated in API 28 */
			public buildDrawingCache(): void;
			/** @deprecated Deprecated in API 28 */
			public buildDrawingCache(autoScale: boolean): void;
			public buildLayer(): void;
			public callOnClick(): boolean;
			public canResolveLayoutDirection(): boolean;
			public canResolveTextAlignment(): boolean;
			public canResolveTextDirection(): boolean;
			public canScrollHorizontally(direction: number): boolean;
			public canScrollVertically(direction: number): boolean;
			/** @since 24 */
			public cancelDragAndDrop(): void;
			public cancelLongPress(): void;
			public cancelPendingInputEvents(): void;
			public checkInputConnectionProxy(view: android.view.View): boolean;
			public clearAnimation(): void;
			public clearFocus(): void;
			/** @since 35 */
			public clearPendingCredentialRequest(): void;
			/** @since 31 */
			public clearViewTranslationCallback(): void;
			public static combineMeasuredStates(curState: number, newState: number): number;
			public computeHorizontalScrollExtent(): number;
			public computeHorizontalScrollOffset(): number;
			public computeHorizontalScrollRange(): number;
			public computeScroll(): void;
			public computeSystemWindowInsets(in_: android.view.WindowInsets, outLocalInsets: android.graphics.Rect): android.view.WindowInsets;
			public computeVerticalScrollExtent(): number;
			public computeVerticalScrollOffset(): number;
			public computeVerticalScrollRange(): number;
			public createAccessibilityNodeInfo(): android.view.accessibility.AccessibilityNodeInfo;
			public createContextMenu(menu: android.view.ContextMenu): void;
			/** @deprecated Deprecated in API 28 */
			public destroyDrawingCache(): void;
			public dispatchApplyWindowInsets(insets: android.view.WindowInsets): android.view.WindowInsets;
			/** @since 26 */
			public dispatchCapturedPointerEvent(event: android.view.MotionEvent): boolean;
			public dispatchConfigurationChanged(newConfig: android.content.res.Configuration): void;
			/** @since 31 */
			public dispatchCreateViewTranslationRequest(viewIds: java.util.Map<android.view.autofill.AutofillId,androidNative.Array<number>>, supportedFormats: androidNative.Array<number>, capability: android.view.translation.TranslationCapability, requests: java.util.List<android.view.translation.ViewTranslationRequest>): void;
			public dispatchDisplayHint(hint: number): void;
			public dispatchDragEvent(event: android.view.DragEvent): boolean;
			public dispatchDraw(canvas: android.graphics.Canvas): void;
			/** @since 22 */
			public dispatchDrawableHotspotChanged(x: number, y: number): void;
			/** @since 24 */
			public dispatchFinishTemporaryDetach(): void;
			public dispatchGenericFocusedEvent(event: android.view.MotionEvent): boolean;
			public dispatchGenericMotionEvent(event: android.view.MotionEvent): boolean;
			public dispatchGenericPointerEvent(event: android.view.MotionEvent): boolean;
			public dispatchHoverEvent(event: android.view.MotionEvent): boolean;
			public dispatchKeyEvent(event: android.view.KeyEvent): boolean;
			public dispatchKeyEventPreIme(event: android.view.KeyEvent): boolean;
			public dispatchKeyShortcutEvent(event: android.view.KeyEvent): boolean;
			public dispatchNestedFling(velocityX: number, velocityY: number, consumed: boolean): boolean;
			public dispatchNestedPreFling(velocityX: number, velocityY: number): boolean;
			/** @since 22 */
			public dispatchNestedPrePerformAccessibilityAction(action: number, arguments_: android.os.Bundle | null): boolean;
			public dispatchNestedPreScroll(dx: number, dy: number, consumed: androidNative.Array<number> | null, offsetInWindow: androidNative.Array<number> | null): boolean;
			public dispatchNestedScroll(dxConsumed: number, dyConsumed: number, dxUnconsumed: number, dyUnconsumed: number, offsetInWindow: androidNative.Array<number> | null): boolean;
			/** @since 26 */
			public dispatchPointerCaptureChanged(hasCapture: boolean): void;
			public dispatchPopulateAccessibilityEvent(event: android.view.accessibility.AccessibilityEvent): boolean;
			/** @since 26 */
			public dispatchProvideAutofillStructure(structure: any, flags: number): void;
			/** @since 23 */
			public dispatchProvideStructure(structure: any): void;
			public dispatchRestoreInstanceState(container: android.util.SparseArray<android.os.Parcelable>): void;
			public dispatchSaveInstanceState(container: android.util.SparseArray<android.os.Parcelable>): void;
			/** @since 31 */
			public dispatchScrollCaptureSearch(localVisibleRect: android.graphics.Rect, windowOffset: android.graphics.Point, targets: any /* any*/): void;
			public dispatchSetActivated(activated: boolean): void;
			public dispatchSetPressed(pressed: boolean): void;
			public dispatchSetSelected(selected: boolean): void;
			/** @since 24 */
			public dispatchStartTemporaryDetach(): void;
			/** @deprecated Deprecated in API 30 */
			public dispatchSystemUiVisibilityChanged(visibility: number): void;
			public dispatchTouchEvent(event: android.view.MotionEvent): boolean;
			public dispatchTrackballEvent(event: android.view.MotionEvent): boolean;
			public dispatchUnhandledMove(focused: android.view.View, direction: number): boolean;
			public dispatchVisibilityChanged(changedView: android.view.View, visibility: number): void;
			public dispatchWindowFocusChanged(hasFocus: boolean): void;
			/** @since 30 */
			public dispatchWindowInsetsAnimationEnd(animation: android.view.WindowInsetsAnimation): void;
			/** @since 30 */
			public dispatchWindowInsetsAnimationPrepare(animation: android.view.WindowInsetsAnimation): void;
			/** @since 30 */
			public dispatchWindowInsetsAnimationProgress(insets: android.view.WindowInsets, runningAnimations: java.util.List<android.view.WindowInsetsAnimation>): android.view.WindowInsets;
			/** @since 30 */
			public dispatchWindowInsetsAnimationStart(animation: android.view.WindowInsetsAnimation, bounds: android.view.WindowInsetsAnimation.Bounds): android.view.WindowInsetsAnimation.Bounds;
			/** @deprecated Deprecated in API 30 */
			public dispatchWindowSystemUiVisiblityChanged(visible: number): void;
			public dispatchWindowVisibilityChanged(visibility: number): void;
			public draw(canvas: android.graphics.Canvas): void;
			public drawableHotspotChanged(x: number, y: number): void;
			public drawableStateChanged(): void;
			public findFocus(): android.view.View;
			/** @since 33 */
			public findOnBackInvokedDispatcher(): android.window.OnBackInvokedDispatcher | null;
			public findViewById(id: number): android.view.View;
			public findViewWithTag(tag: any): android.view.View;
			public findViewsWithText(outViews: java.util.ArrayList<android.view.View>, searched: string, flags: number): void;
			/** @deprecated Deprecated in API 20 */
			public fitSystemWindows(insets: android.graphics.Rect): boolean;
			public focusSearch(direction: number): android.view.View;
			/** @since 24 */
			public forceHasOverlappingRendering(hasOverlappingRendering: boolean): void;
			public forceLayout(): void;
			/** @since 31 */
			public gatherTransparentRegion(region: android.graphics.Region | null): boolean;
			/** @since 31 */
			public generateDisplayHash(hashAlgorithm: string, bounds: android.graphics.Rect | null, executor: java.util.concurrent.Executor, callback: android.view.displayhash.DisplayHashResultCallback): void;
			public static generateViewId(): number;
			/** @since 23 */
			public getAccessibilityClassName(): string;
			/** @since 29 */
			public getAccessibilityDelegate(): any;
			public getAccessibilityLiveRegion(): number;
			public getAccessibilityNodeProvider(): android.view.accessibility.AccessibilityNodeProvider;
			/** @since 28 */
			public getAccessibilityPaneTitle(): string | null;
			/** @since 22 */
			public getAccessibilityTraversalAfter(): number;
			/** @since 22 */
			public getAccessibilityTraversalBefore(): number;
			/** @since 34 */
			public getAllowedHandwritingDelegatePackageName(): string | null;
			/** @since 34 */
			public getAllowedHandwritingDelegatorPackageName(): string | null;
			public getAlpha(): number;
			public getAnimation(): android.view.animation.Animation;
			/** @since 29 */
			public getAnimationMatrix(): android.graphics.Matrix | null;
			public getApplicationWindowToken(): android.os.IBinder;
			/** @since 29 */
			public getAttributeResolutionStack(attribute: number): androidNative.Array<number>;
			/** @since 29 */
			public getAttributeSourceResourceMap(): java.util.Map<java.lang.Integer,java.lang.Integer>;
			/** @since 26 */
			public getAutofillHints(): androidNative.Array<string> | null;
			/** @since 26 */
			public getAutofillId(): android.view.autofill.AutofillId;
			/** @since 26 */
			public getAutofillType(): number;
			/** @since 26 */
			public getAutofillValue(): android.view.autofill.AutofillValue | null;
			public getBackground(): android.graphics.drawable.Drawable;
			/** @since 29 */
			public getBackgroundTintBlendMode(): android.graphics.BlendMode | null;
			public getBackgroundTintList(): android.content.res.ColorStateList | null;
			public getBackgroundTintMode(): android.graphics.PorterDuff.Mode | null;
			public getBaseline(): number;
			public getBottom(): number;
			public getBottomFadingEdgeStrength(): number;
			public getBottomPaddingOffset(): number;
			public getCameraDistance(): number;
			public getClipBounds(): android.graphics.Rect;
			/** @since 23 */
			public getClipBounds(outRect: android.graphics.Rect): boolean;
			public getClipToOutline(): boolean;
			/** @since 29 */
			public getContentCaptureSession(): android.view.contentcapture.ContentCaptureSession | null;
			public getContentDescription(): string;
			/** @since 35 */
			public getContentSensitivity(): number;
			public getContext(): android.content.Context;
			public getContextMenuInfo(): android.view.ContextMenu.ContextMenuInfo;
			/** @since 26 */
			public getDefaultFocusHighlightEnabled(): boolean;
			public static getDefaultSize(size: number, measureSpec: number): number;
			public getDisplay(): android.view.Display;
			public getDrawableState(): androidNative.Array<number>;
			/** @deprecated Deprecated in API 28 */
			public getDrawingCache(): android.graphics.Bitmap;
			/** @deprecated Deprecated in API 28 */
			public getDrawingCache(autoScale: boolean): android.graphics.Bitmap;
			/** @deprecated Deprecated in API 28 */
			public getDrawingCacheBackgroundColor(): number;
			/** @deprecated Deprecated in API 28 */
			public getDrawingCacheQuality(): number;
			public getDrawingRect(outRect: android.graphics.Rect): void;
			public getDrawingTime(): number;
			public getElevation(): number;
			/** @since 29 */
			public getExplicitStyle(): number;
			public getFilterTouchesWhenObscured(): boolean;
			public getFitsSystemWindows(): boolean;
			/** @since 26 */
			public getFocusable(): number;
			public getFocusables(direction: number): java.util.ArrayList<android.view.View>;
			public getFocusedRect(r: android.graphics.Rect): void;
			/** @since 23 */
			public getForeground(): android.graphics.drawable.Drawable;
			/** @since 23 */
			public getForegroundGravity(): number;
			/** @since 29 */
			public getForegroundTintBlendMode(): android.graphics.BlendMode | null;
			/** @since 23 */
			public getForegroundTintList(): android.content.res.ColorStateList | null;
			/** @since 23 */
			public getForegroundTintMode(): android.graphics.PorterDuff.Mode | null;
			/** @since 35 */
			public getFrameContentVelocity(): number;
			public getGlobalVisibleRect(r: android.graphics.Rect): boolean;
			public getGlobalVisibleRect(r: android.graphics.Rect, globalOffset: android.graphics.Point): boolean;
			public getHandler(): android.os.Handler;
			/** @since 34 */
			public getHandwritingBoundsOffsetBottom(): number;
			/** @since 34 */
			public getHandwritingBoundsOffsetLeft(): number;
			/** @since 34 */
			public getHandwritingBoundsOffsetRight(): number;
			/** @since 34 */
			public getHandwritingBoundsOffsetTop(): number;
			/** @since 35 */
			public getHandwritingDelegateFlags(): number;
			/** @since 34 */
			public getHandwritingDelegatorCallback(): java.lang.Runnable | null;
			/** @since 24 */
			public getHasOverlappingRendering(): boolean;
			public getHeight(): number;
			public getHitRect(outRect: android.graphics.Rect): void;
			public getHorizontalFadingEdgeLength(): number;
			public getHorizontalScrollbarHeight(): number;
			/** @since 29 */
			public getHorizontalScrollbarThumbDrawable(): android.graphics.drawable.Drawable | null;
			/** @since 29 */
			public getHorizontalScrollbarTrackDrawable(): android.graphics.drawable.Drawable | null;
			public getId(): number;
			public getImportantForAccessibility(): number;
			/** @since 26 */
			public getImportantForAutofill(): number;
			/** @since 30 */
			public getImportantForContentCapture(): number;
			public getKeepScreenOn(): boolean;
			public getKeyDispatcherState(): android.view.KeyEvent.DispatcherState;
			public getLabelFor(): number;
			public getLayerType(): number;
			public getLayoutDirection(): number;
			public getLayoutParams(): android.view.ViewGroup.LayoutParams;
			public getLeft(): number;
			public getLeftFadingEdgeStrength(): number;
			public getLeftPaddingOffset(): number;
			public getLocalVisibleRect(r: android.graphics.Rect): boolean;
			/** @since 29 */
			public getLocationInSurface(location: androidNative.Array<number>): void;
			public getLocationInWindow(outLocation: androidNative.Array<number>): void;
			public getLocationOnScreen(outLocation: androidNative.Array<number>): void;
			public getMatrix(): android.graphics.Matrix;
			public getMeasuredHeight(): number;
			public getMeasuredHeightAndState(): number;
			public getMeasuredState(): number;
			public getMeasuredWidth(): number;
			public getMeasuredWidthAndState(): number;
			public getMinimumHeight(): number;
			public getMinimumWidth(): number;
			/** @since 26 */
			public getNextClusterForwardId(): number;
			public getNextFocusDownId(): number;
			public getNextFocusForwardId(): number;
			public getNextFocusLeftId(): number;
			public getNextFocusRightId(): number;
			public getNextFocusUpId(): number;
			public getOnFocusChangeListener(): android.view.View.OnFocusChangeListener;
			/** @since 28 */
			public getOutlineAmbientShadowColor(): number;
			public getOutlineProvider(): android.view.ViewOutlineProvider;
			/** @since 28 */
			public getOutlineSpotShadowColor(): number;
			public getOverScrollMode(): number;
			public getOverlay(): android.view.ViewOverlay;
			public getPaddingBottom(): number;
			public getPaddingEnd(): number;
			public getPaddingLeft(): number;
			public getPaddingRight(): number;
			public getPaddingStart(): number;
			public getPaddingTop(): number;
			public getParent(): android.view.ViewParent;
			public getParentForAccessibility(): android.view.ViewParent;
			/** @since 35 */
			public getPendingCredentialCallback(): android.os.OutcomeReceiver<android.credentials.GetCredentialResponse,android.credentials.GetCredentialException> | null;
			/** @since 35 */
			public getPendingCredentialRequest(): android.credentials.GetCredentialRequest | null;
			public getPivotX(): number;
			public getPivotY(): number;
			/** @since 24 */
			public getPointerIcon(): any;
			/** @since 33 */
			public getPreferKeepClearRects(): java.util.List<android.graphics.Rect>;
			/** @since 31 */
			public getReceiveContentMimeTypes(): androidNative.Array<string> | null;
			/** @since 35 */
			public getRequestedFrameRate(): number;
			public getResources(): android.content.res.Resources;
			/** @since 25 */
			public getRevealOnFocusHint(): boolean;
			public getRight(): number;
			public getRightFadingEdgeStrength(): number;
			public getRightPaddingOffset(): number;
			/** @since 31 */
			public getRootSurfaceControl(): android.view.AttachedSurfaceControl | null;
			public getRootView(): android.view.View;
			/** @since 23 */
			public getRootWindowInsets(): android.view.WindowInsets;
			public getRotation(): number;
			public getRotationX(): number;
			public getRotationY(): number;
			public getScaleX(): number;
			public getScaleY(): number;
			public getScrollBarDefaultDelayBeforeFade(): number;
			public getScrollBarFadeDuration(): number;
			public getScrollBarSize(): number;
			public getScrollBarStyle(): number;
			/** @since 31 */
			public getScrollCaptureHint(): number;
			/** @since 23 */
			public getScrollIndicators(): number;
			public getScrollX(): number;
			public getScrollY(): number;
			public getSolidColor(): number;
			/** @since 29 */
			public getSourceLayoutResId(): number;
			/** @since 30 */
			public getStateDescription(): string | null;
			public getStateListAnimator(): android.animation.StateListAnimator;
			public getSuggestedMinimumHeight(): number;
			public getSuggestedMinimumWidth(): number;
			/** @since 36 */
			public getSupplementalDescription(): string | null;
			/** @since 29 */
			public getSystemGestureExclusionRects(): java.util.List<android.graphics.Rect>;
			/** @deprecated Deprecated in API 30 */
			public getSystemUiVisibility(): number;
			public getTag(): any;
			public getTag(key: number): any;
			public getTextAlignment(): number;
			public getTextDirection(): number;
			/** @since 26 */
			public getTooltipText(): string | null;
			public getTop(): number;
			public getTopFadingEdgeStrength(): number;
			public getTopPaddingOffset(): number;
			public getTouchDelegate(): android.view.TouchDelegate;
			public getTouchables(): java.util.ArrayList<android.view.View>;
			/** @since 29 */
			public getTransitionAlpha(): number;
			public getTransitionName(): string;
			public getTranslationX(): number;
			public getTranslationY(): number;
			public getTranslationZ(): number;
			/** @since 29 */
			public getUniqueDrawingId(): number;
			public getVerticalFadingEdgeLength(): number;
			public getVerticalScrollbarPosition(): number;
			/** @since 29 */
			public getVerticalScrollbarThumbDrawable(): android.graphics.drawable.Drawable | null;
			/** @since 29 */
			public getVerticalScrollbarTrackDrawable(): android.graphics.drawable.Drawable | null;
			public getVerticalScrollbarWidth(): number;
			/** @since 31 */
			public getViewTranslationResponse(): android.view.translation.ViewTranslationResponse | null;
			public getViewTreeObserver(): android.view.ViewTreeObserver;
			public getVisibility(): number;
			public getWidth(): number;
			public getWindowAttachCount(): number;
			public getWindowId(): android.view.WindowId;
			/** @since 30 */
			public getWindowInsetsController(): android.view.WindowInsetsController | null;
			/** @deprecated Deprecated in API 30 */
			public getWindowSystemUiVisibility(): number;
			public getWindowToken(): android.os.IBinder;
			public getWindowVisibility(): number;
			public getWindowVisibleDisplayFrame(outRect: android.graphics.Rect): void;
			public getX(): number;
			public getY(): number;
			public getZ(): number;
			/** @since 26 */
			public hasExplicitFocusable(): boolean;
			public hasFocus(): boolean;
			public hasFocusable(): boolean;
			public hasNestedScrollingParent(): boolean;
			public hasOnClickListeners(): boolean;
			/** @since 30 */
			public hasOnLongClickListeners(): boolean;
			public hasOverlappingRendering(): boolean;
			/** @since 26 */
			public hasPointerCapture(): boolean;
			public hasTransientState(): boolean;
			public hasWindowFocus(): boolean;
			public static inflate(context: android.content.Context, resource: number, root: android.view.ViewGroup): android.view.View;
			public invalidate(): void;
			/** @deprecated Deprecated in API 28 */
			public invalidate(dirty: android.graphics.Rect): void;
			/** @deprecated Deprecated in API 28 */
			public invalidate(l: number, t: number, r: number, b: number): void;
			public invalidateDrawable(drawable: android.graphics.drawable.Drawable): void;
			public invalidateOutline(): void;
			/** @since 34 */
			public isAccessibilityDataSensitive(): boolean;
			public isAccessibilityFocused(): boolean;
			/** @since 28 */
			public isAccessibilityHeading(): boolean;
			public isActivated(): boolean;
			public isAttachedToWindow(): boolean;
			/** @since 33 */
			public isAutoHandwritingEnabled(): boolean;
			public isClickable(): boolean;
			/** @since 35 */
			public isContentSensitive(): boolean;
			/** @since 23 */
			public isContextClickable(): boolean;
			/** @since 34
			 *  @deprecated */
			public isCredential(): boolean;
			public isDirty(): boolean;
			/** @deprecated Deprecated in API 28 */
			public isDrawingCacheEnabled(): boolean;
			public isDuplicateParentStateEnabled(): boolean;
			public isEnabled(): boolean;
			public isFocusable(): boolean;
			public isFocusableInTouchMode(): boolean;
			public isFocused(): boolean;
			/** @since 26 */
			public isFocusedByDefault(): boolean;
			/** @since 29 */
			public isForceDarkAllowed(): boolean;
			/** @since 34 */
			public isHandwritingDelegate(): boolean;
			public isHapticFeedbackEnabled(): boolean;
			public isHardwareAccelerated(): boolean;
			public isHorizontalFadingEdgeEnabled(): boolean;
			public isHorizontalScrollBarEnabled(): boolean;
			public isHovered(): boolean;
			public isImportantForAccessibility(): boolean;
			/** @since 26 */
			public isImportantForAutofill(): boolean;
			/** @since 30 */
			public isImportantForContentCapture(): boolean;
			public isInEditMode(): boolean;
			public isInLayout(): boolean;
			public isInTouchMode(): boolean;
			/** @since 26 */
			public isKeyboardNavigationCluster(): boolean;
			public isLaidOut(): boolean;
			public isLayoutDirectionResolved(): boolean;
			public isLayoutRequested(): boolean;
			public isLongClickable(): boolean;
			public isNestedScrollingEnabled(): boolean;
			public isOpaque(): boolean;
			public isPaddingOffsetRequired(): boolean;
			public isPaddingRelative(): boolean;
			/** @since 28 */
			public isPivotSet(): boolean;
			/** @since 33 */
			public isPreferKeepClear(): boolean;
			public isPressed(): boolean;
			public isSaveEnabled(): boolean;
			public isSaveFromParentEnabled(): boolean;
			/** @since 28 */
			public isScreenReaderFocusable(): boolean;
			public isScrollContainer(): boolean;
			public isScrollbarFadingEnabled(): boolean;
			public isSelected(): boolean;
			/** @since 30 */
			public isShowingLayoutBounds(): boolean;
			public isShown(): boolean;
			public isSoundEffectsEnabled(): boolean;
			/** @since 24 */
			public isTemporarilyDetached(): boolean;
			public isTextAlignmentResolved(): boolean;
			public isTextDirectionResolved(): boolean;
			public isVerticalFadingEdgeEnabled(): boolean;
			public isVerticalScrollBarEnabled(): boolean;
			/** @since 28 */
			public isVisibleToUserForAutofill(virtualId: number): boolean;
			public jumpDrawablesToCurrentState(): void;
			/** @since 26 */
			public keyboardNavigationClusterSearch(currentCluster: android.view.View, direction: number): android.view.View;
			public layout(l: number, t: number, r: number, b: number): void;
			public measure(widthMeasureSpec: number, heightMeasureSpec: number): void;
			public static mergeDrawableStates(baseState: androidNative.Array<number>, additionalState: androidNative.Array<number>): androidNative.Array<number>;
			public offsetLeftAndRight(offset: number): void;
			public offsetTopAndBottom(offset: number): void;
			public onAnimationEnd(): void;
			public onAnimationStart(): void;
			public onApplyWindowInsets(insets: android.view.WindowInsets): android.view.WindowInsets;
			public onAttachedToWindow(): void;
			public onCancelPendingInputEvents(): void;
			/** @since 26 */
			public onCapturedPointerEvent(event: android.view.MotionEvent): boolean;
			public onCheckIsTextEditor(): boolean;
			public onConfigurationChanged(newConfig: android.content.res.Configuration): void;
			public onCreateContextMenu(menu: android.view.ContextMenu): void;
			public onCreateDrawableState(extraSpace: number): androidNative.Array<number>;
			public onCreateInputConnection(outAttrs: android.view.inputmethod.EditorInfo): android.view.inputmethod.InputConnection;
			/** @since 31 */
			public onCreateViewTranslationRequest(supportedFormats: androidNative.Array<number>, requestsCollector: any /* any*/): void;
			/** @since 31 */
			public onCreateVirtualViewTranslationRequests(virtualIds: androidNative.Array<number>, supportedFormats: androidNative.Array<number>, requestsCollector: any /* any*/): void;
			public onDetachedFromWindow(): void;
			public onDisplayHint(hint: number): void;
			public onDragEvent(event: android.view.DragEvent): boolean;
			public onDraw(canvas: android.graphics.Canvas): void;
			/** @since 23 */
			public onDrawForeground(canvas: android.graphics.Canvas): void;
			public onDrawScrollBars(canvas: android.graphics.Canvas): void;
			public onFilterTouchEventForSecurity(event: android.view.MotionEvent): boolean;
			public onFinishInflate(): void;
			public onFinishTemporaryDetach(): void;
			public onFocusChanged(gainFocus: boolean, direction: number, previouslyFocusedRect: android.graphics.Rect | null): void;
			public onGenericMotionEvent(event: android.view.MotionEvent): boolean;
			public onHoverChanged(hovered: boolean): void;
			public onHoverEvent(event: android.view.MotionEvent): boolean;
			public onInitializeAccessibilityEvent(event: android.view.accessibility.AccessibilityEvent): void;
			public onInitializeAccessibilityNodeInfo(info: android.view.accessibility.AccessibilityNodeInfo): void;
			public onKeyDown(keyCode: number, event: android.view.KeyEvent): boolean;
			public onKeyLongPress(keyCode: number, event: android.view.KeyEvent): boolean;
			public onKeyMultiple(keyCode: number, repeatCount: number, event: android.view.KeyEvent): boolean;
			public onKeyPreIme(keyCode: number, event: android.view.KeyEvent): boolean;
			public onKeyShortcut(keyCode: number, event: android.view.KeyEvent): boolean;
			public onKeyUp(keyCode: number, event: android.view.KeyEvent): boolean;
			public onLayout(changed: boolean, left: number, top: number, right: number, bottom: number): void;
			public onMeasure(widthMeasureSpec: number, heightMeasureSpec: number): void;
			public onOverScrolled(scrollX: number, scrollY: number, clampedX: boolean, clampedY: boolean): void;
			/** @since 26 */
			public onPointerCaptureChange(hasCapture: boolean): void;
			public onPopulateAccessibilityEvent(event: android.view.accessibility.AccessibilityEvent): void;
			/** @since 26 */
			public onProvideAutofillStructure(structure: any, flags: number): void;
			/** @since 26 */
			public onProvideAutofillVirtualStructure(structure: any, flags: number): void;
			/** @since 30 */
			public onProvideContentCaptureStructure(structure: any, flags: number): void;
			/** @since 23 */
			public onProvideStructure(structure: any): void;
			/** @since 23 */
			public onProvideVirtualStructure(structure: any): void;
			/** @since 31 */
			public onReceiveContent(payload: android.view.ContentInfo): android.view.ContentInfo | null;
			/** @since 24 */
			public onResolvePointerIcon(event: android.view.MotionEvent, pointerIndex: number): any;
			public onRestoreInstanceState(state: android.os.Parcelable): void;
			public onRtlPropertiesChanged(layoutDirection: number): void;
			public onSaveInstanceState(): android.os.Parcelable | null;
			public onScreenStateChanged(screenState: number): void;
			/** @since 31 */
			public onScrollCaptureSearch(localVisibleRect: android.graphics.Rect, windowOffset: android.graphics.Point, targets: any /* any*/): void;
			public onScrollChanged(l: number, t: number, oldl: number, oldt: number): void;
			public onSetAlpha(alpha: number): boolean;
			public onSizeChanged(w: number, h: number, oldw: number, oldh: number): void;
			public onStartTemporaryDetach(): void;
			public onTouchEvent(event: android.view.MotionEvent): boolean;
			public onTrackballEvent(event: android.view.MotionEvent): boolean;
			/** @since 31 */
			public onViewTranslationResponse(response: android.view.translation.ViewTranslationResponse): void;
			/** @since 31 */
			public onVirtualViewTranslationResponses(response: android.util.LongSparseArray<android.view.translation.ViewTranslationResponse>): void;
			/** @since 24 */
			public onVisibilityAggregated(isVisible: boolean): void;
			public onVisibilityChanged(changedView: android.view.View, visibility: number): void;
			public onWindowFocusChanged(hasWindowFocus: boolean): void;
			/** @deprecated Deprecated in API 30 */
			public onWindowSystemUiVisibilityChanged(visible: number): void;
			public onWindowVisibilityChanged(visibility: number): void;
			public overScrollBy(deltaX: number, deltaY: number, scrollX: number, scrollY: number, scrollRangeX: number, scrollRangeY: number, maxOverScrollX: number, maxOverScrollY: number, isTouchEvent: boolean): boolean;
			public performAccessibilityAction(action: number, arguments_: android.os.Bundle | null): boolean;
			public performClick(): boolean;
			/** @since 23 */
			public performContextClick(): boolean;
			/** @since 24 */
			public performContextClick(x: number, y: number): boolean;
			public performHapticFeedback(request: android.os.vibrator.HapticFeedbackRequest): boolean;
			public performHapticFeedback(feedbackConstant: number): boolean;
			public performHapticFeedback(feedbackConstant: number, flags: number): boolean;
			public performLongClick(): boolean;
			/** @since 24 */
			public performLongClick(x: number, y: number): boolean;
			/** @since 31 */
			public performReceiveContent(payload: android.view.ContentInfo): android.view.ContentInfo | null;
			public playSoundEffect(soundConstant: number): void;
			public post(action: java.lang.Runnable): boolean;
			public postDelayed(action: java.lang.Runnable, delayMillis: number): boolean;
			public postInvalidate(): void;
			public postInvalidate(left: number, top: number, right: number, bottom: number): void;
			public postInvalidateDelayed(delayMilliseconds: number): void;
			public postInvalidateDelayed(delayMilliseconds: number, left: number, top: number, right: number, bottom: number): void;
			public postInvalidateOnAnimation(): void;
			public postInvalidateOnAnimation(left: number, top: number, right: number, bottom: number): void;
			public postOnAnimation(action: java.lang.Runnable): void;
			public postOnAnimationDelayed(action: java.lang.Runnable, delayMillis: number): void;
			public refreshDrawableState(): void;
			public static registerCalledFromWrongThreadListener(listener: android.view.View.CalledFromWrongThreadListener): void;
			/** @since 26 */
			public releasePointerCapture(): void;
			public removeCallbacks(action: java.lang.Runnable): boolean;
			public removeOnAttachStateChangeListener(listener: android.view.View.OnAttachStateChangeListener): void;
			public removeOnLayoutChangeListener(listener: android.view.View.OnLayoutChangeListener): void;
			/** @since 28 */
			public removeOnUnhandledKeyEventListener(listener: android.view.View.OnUnhandledKeyEventListener): void;
			/** @since 36 */
			public reportAppJankStats(appJankStats: android.app.jank.AppJankStats): void;
			public requestApplyInsets(): void;
			/** @deprecated Deprecated in API 20 */
			public requestFitSystemWindows(): void;
			public requestFocus(): boolean;
			public requestFocus(direction: number): boolean;
			public requestFocus(direction: number, previouslyFocusedRect: android.graphics.Rect): boolean;
			public requestFocusFromTouch(): boolean;
			public requestLayout(): void;
			/** @since 26 */
			public requestPointerCapture(): void;
			public requestPointerCapture(mode: number): void;
			public requestRectangleOnScreen(rectangle: android.graphics.Rect): boolean;
			public requestRectangleOnScreen(rectangle: android.graphics.Rect, immediate: boolean): boolean;
			public requestRectangleOnScreen(rectangle: android.graphics.Rect, immediate: boolean, source: number): boolean;
			public requestUnbufferedDispatch(event: android.view.MotionEvent): void;
			/** @since 30 */
			public requestUnbufferedDispatch(source: number): void;
			/** @since 28 */
			public requireViewById(id: number): android.view.View;
			/** @since 28 */
			public resetPivot(): void;
			public static resolveSize(size: number, measureSpec: number): number;
			public static resolveSizeAndState(size: number, measureSpec: number, childMeasuredState: number): number;
			/** @since 26 */
			public restoreDefaultFocus(): boolean;
			public restoreHierarchyState(container: android.util.SparseArray<android.os.Parcelable>): void;
			/** @since 29 */
			public saveAttributeDataForStyleable(context: android.content.Context, styleable: androidNative.Array<number>, attrs: android.util.AttributeSet | null, t: android.content.res.TypedArray, defStyleAttr: number, defStyleRes: number): void;
			public saveHierarchyState(container: android.util.SparseArray<android.os.Parcelable>): void;
			public scheduleDrawable(who: android.graphics.drawable.Drawable, what: java.lang.Runnable, when: number): void;
			public scrollBy(x: number, y: number): void;
			public scrollTo(x: number, y: number): void;
			public sendAccessibilityEvent(eventType: number): void;
			public sendAccessibilityEventUnchecked(event: android.view.accessibility.AccessibilityEvent): void;
			/** @since 34 */
			public setAccessibilityDataSensitive(accessibilityDataSensitive: number): void;
			public setAccessibilityDelegate(delegate: any): void;
			/** @since 28 */
			public setAccessibilityHeading(isHeading: boolean): void;
			public setAccessibilityLiveRegion(mode: number): void;
			/** @since 28 */
			public setAccessibilityPaneTitle(accessibilityPaneTitle: string | null): void;
			/** @since 22 */
			public setAccessibilityTraversalAfter(afterId: number): void;
			/** @since 22 */
			public setAccessibilityTraversalBefore(beforeId: number): void;
			public setActivated(activated: boolean): void;
			/** @since 31 */
			public setAllowClickWhenDisabled(clickableWhenDisabled: boolean): void;
			/** @since 34 */
			public setAllowedHandwritingDelegatePackage(allowedPackageName: string | null): void;
			/** @since 34 */
			public setAllowedHandwritingDelegatorPackage(allowedPackageName: string | null): void;
			public setAlpha(alpha: number): void;
			public setAnimation(animation: android.view.animation.Animation): void;
			/** @since 29 */
			public setAnimationMatrix(matrix: android.graphics.Matrix | null): void;
			/** @since 33 */
			public setAutoHandwritingEnabled(enabled: boolean): void;
			/** @since 26 */
			public setAutofillHints(autofillHints: androidNative.Array<string> | null): void;
			/** @since 28 */
			public setAutofillId(id: android.view.autofill.AutofillId | null): void;
			public setBackground(background: android.graphics.drawable.Drawable): void;
			public setBackgroundColor(color: number): void;
			/** @deprecated Deprecated in API 16 */
			public setBackgroundDrawable(background: android.graphics.drawable.Drawable): void;
			public setBackgroundResource(resid: number): void;
			/** @since 29 */
			public setBackgroundTintBlendMode(blendMode: android.graphics.BlendMode | null): void;
			public setBackgroundTintList(tint: android.content.res.ColorStateList | null): void;
			public setBackgroundTintMode(tintMode: android.graphics.PorterDuff.Mode | null): void;
			public setBottom(bottom: number): void;
			public setCameraDistance(distance: number): void;
			public setClickable(clickable: boolean): void;
			public setClipBounds(clipBounds: android.graphics.Rect): void;
			public setClipToOutline(clipToOutline: boolean): void;
			/** @since 29 */
			public setContentCaptureSession(contentCaptureSession: android.view.contentcapture.ContentCaptureSession | null): void;
			public setContentDescription(contentDescription: string): void;
			/** @since 35 */
			public setContentSensitivity(mode: number): void;
			/** @since 23 */
			public setContextClickable(contextClickable: boolean): void;
			/** @since 26 */
			public setDefaultFocusHighlightEnabled(defaultFocusHighlightEnabled: boolean): void;
			/** @deprecated Deprecated in API 28 */
			public setDrawingCacheBackgroundColor(color: number): void;
			/** @deprecated Deprecated in API 28 */
			public setDrawingCacheEnabled(enabled: boolean): void;
			/** @deprecated Deprecated in API 28 */
			public setDrawingCacheQuality(quality: number): void;
			public setDuplicateParentStateEnabled(enabled: boolean): void;
			public setElevation(elevation: number): void;
			public setEnabled(enabled: boolean): void;
			public setFadingEdgeLength(length: number): void;
			public setFilterTouchesWhenObscured(enabled: boolean): void;
			public setFitsSystemWindows(fitSystemWindows: boolean): void;
			public setFocusable(focusable: boolean): void;
			/** @since 26 */
			public setFocusable(focusable: number): void;
			public setFocusableInTouchMode(focusableInTouchMode: boolean): void;
			/** @since 26 */
			public setFocusedByDefault(isFocusedByDefault: boolean): void;
			/** @since 29 */
			public setForceDarkAllowed(allow: boolean): void;
			/** @since 23 */
			public setForeground(foreground: android.graphics.drawable.Drawable): void;
			/** @since 23 */
			public setForegroundGravity(gravity: number): void;
			/** @since 29 */
			public setForegroundTintBlendMode(blendMode: android.graphics.BlendMode | null): void;
			/** @since 23 */
			public setForegroundTintList(tint: android.content.res.ColorStateList | null): void;
			/** @since 23 */
			public setForegroundTintMode(tintMode: android.graphics.PorterDuff.Mode | null): void;
			/** @since 35 */
			public setFrameContentVelocity(pixelsPerSecond: number): void;
			/** @since 34 */
			public setHandwritingBoundsOffsets(offsetLeft: number, offsetTop: number, offsetRight: number, offsetBottom: number): void;
			/** @since 35 */
			public setHandwritingDelegateFlags(flags: number): void;
			/** @since 34 */
			public setHandwritingDelegatorCallback(callback: java.lang.Runnable | null): void;
			public setHapticFeedbackEnabled(hapticFeedbackEnabled: boolean): void;
			public setHasTransientState(hasTransientState: boolean): void;
			public setHorizontalFadingEdgeEnabled(horizontalFadingEdgeEnabled: boolean): void;
			public setHorizontalScrollBarEnabled(horizontalScrollBarEnabled: boolean): void;
			/** @since 29 */
			public setHorizontalScrollbarThumbDrawable(drawable: android.graphics.drawable.Drawable | null): void;
			/** @since 29 */
			public setHorizontalScrollbarTrackDrawable(drawable: android.graphics.drawable.Drawable | null): void;
			public setHovered(hovered: boolean): void;
			public setId(id: number): void;
			public setImportantForAccessibility(mode: number): void;
			/** @since 26 */
			public setImportantForAutofill(mode: number): void;
			/** @since 30 */
			public setImportantForContentCapture(mode: number): void;
			/** @since 34
			 *  @deprecated */
			public setIsCredential(isCredential: boolean): void;
			/** @since 34 */
			public setIsHandwritingDelegate(isHandwritingDelegate: boolean): void;
			public setKeepScreenOn(keepScreenOn: boolean): void;
			/** @since 26 */
			public setKeyboardNavigationCluster(isCluster: boolean): void;
			public setLabelFor(id: number): void;
			public setLayerPaint(paint: android.graphics.Paint | null): void;
			public setLayerType(layerType: number, paint: android.graphics.Paint | null): void;
			public setLayoutDirection(layoutDirection: number): void;
			public setLayoutParams(params: android.view.ViewGroup.LayoutParams): void;
			public setLeft(left: number): void;
			/** @since 29 */
			public setLeftTopRightBottom(left: number, top: number, right: number, bottom: number): void;
			public setLongClickable(longClickable: boolean): void;
			public setMeasuredDimension(measuredWidth: number, measuredHeight: number): void;
			public setMinimumHeight(minHeight: number): void;
			public setMinimumWidth(minWidth: number): void;
			public setNestedScrollingEnabled(enabled: boolean): void;
			/** @since 26 */
			public setNextClusterForwardId(nextClusterForwardId: number): void;
			public setNextFocusDownId(nextFocusDownId: number): void;
			public setNextFocusForwardId(nextFocusForwardId: number): void;
			public setNextFocusLeftId(nextFocusLeftId: number): void;
			public setNextFocusRightId(nextFocusRightId: number): void;
			public setNextFocusUpId(nextFocusUpId: number): void;
			public setOnApplyWindowInsetsListener(listener: android.view.View.OnApplyWindowInsetsListener): void;
			/** @since 26 */
			public setOnCapturedPointerListener(l: android.view.View.OnCapturedPointerListener): void;
			public setOnClickListener(l: android.view.View.OnClickListener | null): void;
			/** @since 23 */
			public setOnContextClickListener(l: android.view.View.OnContextClickListener | null): void;
			public setOnCreateContextMenuListener(l: android.view.View.OnCreateContextMenuListener): void;
			public setOnDragListener(l: android.view.View.OnDragListener): void;
			public setOnFocusChangeListener(l: android.view.View.OnFocusChangeListener): void;
			public setOnGenericMotionListener(l: android.view.View.OnGenericMotionListener): void;
			public setOnHoverListener(l: android.view.View.OnHoverListener): void;
			public setOnKeyListener(l: android.view.View.OnKeyListener): void;
			public setOnLongClickListener(l: android.view.View.OnLongClickListener | null): void;
			/** @since 31 */
			public setOnReceiveContentListener(mimeTypes: androidNative.Array<string> | null, listener: android.view.OnReceiveContentListener | null): void;
			/** @since 23 */
			public setOnScrollChangeListener(l: android.view.View.OnScrollChangeListener): void;
			/** @deprecated Deprecated in API 30 */
			public setOnSystemUiVisibilityChangeListener(l: android.view.View.OnSystemUiVisibilityChangeListener): void;
			public setOnTouchListener(l: android.view.View.OnTouchListener): void;
			/** @since 28 */
			public setOutlineAmbientShadowColor(color: number): void;
			public setOutlineProvider(provider: android.view.ViewOutlineProvider): void;
			/** @since 28 */
			public setOutlineSpotShadowColor(color: number): void;
			public setOverScrollMode(overScrollMode: number): void;
			public setPadding(left: number, top: number, right: number, bottom: number): void;
			public setPaddingRelative(start: number, top: number, end: number, bottom: number): void;
			/** @since 35 */
			public setPendingCredentialRequest(request: android.credentials.GetCredentialRequest, callback: android.os.OutcomeReceiver<android.credentials.GetCredentialResponse,android.credentials.GetCredentialException>): void;
			public setPivotX(pivotX: number): void;
			public setPivotY(pivotY: number): void;
			/** @since 24 */
			public setPointerIcon(pointerIcon: any): void;
			/** @since 33 */
			public setPreferKeepClear(preferKeepClear: boolean): void;
			/** @since 33 */
			public setPreferKeepClearRects(rects: java.util.List<android.graphics.Rect>): void;
			public setPressed(pressed: boolean): void;
			/** @since 31 */
			public setRenderEffect(renderEffect: android.graphics.RenderEffect | null): void;
			/** @since 35 */
			public setRequestedFrameRate(frameRate: number): void;
			/** @since 25 */
			public setRevealOnFocusHint(revealOnFocus: boolean): void;
			public setRight(right: number): void;
			public setRotation(rotation: number): void;
			public setRotationX(rotationX: number): void;
			public setRotationY(rotationY: number): void;
			public setSaveEnabled(enabled: boolean): void;
			public setSaveFromParentEnabled(enabled: boolean): void;
			public setScaleX(scaleX: number): void;
			public setScaleY(scaleY: number): void;
			/** @since 28 */
			public setScreenReaderFocusable(screenReaderFocusable: boolean): void;
			public setScrollBarDefaultDelayBeforeFade(scrollBarDefaultDelayBeforeFade: number): void;
			public setScrollBarFadeDuration(scrollBarFadeDuration: number): void;
			public setScrollBarSize(scrollBarSize: number): void;
			public setScrollBarStyle(style: number): void;
			/** @since 31 */
			public setScrollCaptureCallback(callback: android.view.ScrollCaptureCallback | null): void;
			/** @since 31 */
			public setScrollCaptureHint(hint: number): void;
			public setScrollContainer(isScrollContainer: boolean): void;
			/** @since 23 */
			public setScrollIndicators(indicators: number): void;
			/** @since 23 */
			public setScrollIndicators(indicators: number, mask: number): void;
			public setScrollX(value: number): void;
			public setScrollY(value: number): void;
			public setScrollbarFadingEnabled(fadeScrollbars: boolean): void;
			public setSelected(selected: boolean): void;
			public setSoundEffectsEnabled(soundEffectsEnabled: boolean): void;
			/** @since 30 */
			public setStateDescription(stateDescription: string | null): void;
			public setStateListAnimator(stateListAnimator: android.animation.StateListAnimator): void;
			/** @since 36 */
			public setSupplementalDescription(supplementalDescription: string | null): void;
			/** @since 29 */
			public setSystemGestureExclusionRects(rects: java.util.List<android.graphics.Rect>): void;
			/** @deprecated Deprecated in API 30 */
			public setSystemUiVisibility(visibility: number): void;
			public setTag(key: number, tag: any): void;
			public setTag(tag: any): void;
			public setTextAlignment(textAlignment: number): void;
			public setTextDirection(textDirection: number): void;
			/** @since 26 */
			public setTooltipText(tooltipText: string | null): void;
			public setTop(top: number): void;
			public setTouchDelegate(delegate: android.view.TouchDelegate): void;
			/** @since 29 */
			public setTransitionAlpha(alpha: number): void;
			public setTransitionName(transitionName: string): void;
			/** @since 29 */
			public setTransitionVisibility(visibility: number): void;
			public setTranslationX(translationX: number): void;
			public setTranslationY(translationY: number): void;
			public setTranslationZ(translationZ: number): void;
			public setVerticalFadingEdgeEnabled(verticalFadingEdgeEnabled: boolean): void;
			public setVerticalScrollBarEnabled(verticalScrollBarEnabled: boolean): void;
			public setVerticalScrollbarPosition(position: number): void;
			/** @since 29 */
			public setVerticalScrollbarThumbDrawable(drawable: android.graphics.drawable.Drawable | null): void;
			/** @since 29 */
			public setVerticalScrollbarTrackDrawable(drawable: android.graphics.drawable.Drawable | null): void;
			/** @since 31 */
			public setViewTranslationCallback(callback: android.view.translation.ViewTranslationCallback): void;
			public setVisibility(visibility: number): void;
			/** @deprecated Deprecated in API 28 */
			public setWillNotCacheDrawing(willNotCacheDrawing: boolean): void;
			public setWillNotDraw(willNotDraw: boolean): void;
			/** @since 30 */
			public setWindowInsetsAnimationCallback(callback: android.view.WindowInsetsAnimation.Callback | null): void;
			public setX(x: number): void;
			public setY(y: number): void;
			public setZ(z: number): void;
			public showContextMenu(): boolean;
			/** @since 24 */
			public showContextMenu(x: number, y: number): boolean;
			public startActionMode(callback: android.view.ActionMode.Callback): android.view.ActionMode;
			/** @since 23 */
			public startActionMode(callback: android.view.ActionMode.Callback, type: number): android.view.ActionMode;
			public startAnimation(animation: android.view.animation.Animation): void;
			/** @deprecated Deprecated in API 24 */
			public startDrag(data: android.content.ClipData, shadowBuilder: android.view.View.DragShadowBuilder, myLocalState: any, flags: number): boolean;
			/** @since 24 */
			public startDragAndDrop(data: android.content.ClipData, shadowBuilder: android.view.View.DragShadowBuilder, myLocalState: any, flags: number): boolean;
			public startNestedScroll(axes: number): boolean;
			public stopNestedScroll(): void;
			public toString(): string;
			/** @since 29 */
			public transformMatrixToGlobal(matrix: android.graphics.Matrix): void;
			/** @since 29 */
			public transformMatrixToLocal(matrix: android.graphics.Matrix): void;
			public static unregisterCalledFromWrongThreadListener(listener: android.view.View.CalledFromWrongThreadListener): void;
			public unscheduleDrawable(who: android.graphics.drawable.Drawable): void;
			public unscheduleDrawable(who: android.graphics.drawable.Drawable, what: java.lang.Runnable): void;
			/** @since 24 */
			public updateDragShadow(shadowBuilder: android.view.View.DragShadowBuilder): void;
			public verifyDrawable(who: android.graphics.drawable.Drawable): boolean;
			/** @deprecated Deprecated in API 28 */
			public willNotCacheDrawing(): boolean;
			public willNotDraw(): boolean;
			public sendAccessibilityEvent(param0: number): void;
			public sendAccessibilityEventUnchecked(param0: android.view.accessibility.AccessibilityEvent): void;
			public invalidateDrawable(param0: android.graphics.drawable.Drawable): void;
			public scheduleDrawable(param0: android.graphics.drawable.Drawable, param1: java.lang.Runnable, param2: number): void;
			public unscheduleDrawable(param0: android.graphics.drawable.Drawable, param1: java.lang.Runnable): void;
			public onKeyDown(param0: number, param1: android.view.KeyEvent): boolean;
			public onKeyLongPress(param0: number, param1: android.view.KeyEvent): boolean;
			public onKeyMultiple(param0: number, param1: number, param2: android.view.KeyEvent): boolean;
			public onKeyUp(param0: number, param1: android.view.KeyEvent): boolean;
		}
		export module View {
			export class OnCreateContextMenuListener extends java.lang.Object {
				public static class: java.lang.Class<android.view.View.OnCreateContextMenuListener>;
				/**
				 * Constructs a new instance of the android.view.View$OnCreateContextMenuListener interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
				 */
				public constructor(implementation: {
					onCreateContextMenu(param0: android.view.ContextMenu, param1: android.view.View, param2: android.view.ContextMenu.ContextMenuInfo): void;
				});
				public constructor();
				public onCreateContextMenu(param0: android.view.ContextMenu, param1: android.view.View, param2: android.view.ContextMenu.ContextMenuInfo): void;
			}
		}
		export abstract class ViewGroup extends android.view.View implements android.view.ViewManager, android.view.ViewParent {
			public static class: java.lang.Class<android.view.ViewGroup>;
			public static CLIP_TO_PADDING_MASK: 34;
			public static FOCUS_AFTER_DESCENDANTS: 262144;
			public static FOCUS_BEFORE_DESCENDANTS: 131072;
			public static FOCUS_BLOCK_DESCENDANTS: 393216;
			public static LAYOUT_MODE_CLIP_BOUNDS: 0;
			public static LAYOUT_MODE_OPTICAL_BOUNDS: 1;
			/** @deprecated Deprecated in API 28 */
			public static PERSISTENT_ALL_CACHES: 3;
			/** @deprecated Deprecated in API 28 */
			public static PERSISTENT_ANIMATION_CACHE: 1;
			/** @deprecated Deprecated in API 28 */
			public static PERSISTENT_NO_CACHE: 0;
			/** @deprecated Deprecated in API 28 */
			public static PERSISTENT_SCROLLING_CACHE: 2;
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet | null);
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet | null, defStyleAttr: number);
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet | null, defStyleAttr: number, defStyleRes: number);
			public constructor(context: android.content.Context);
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet);
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet, defStyleAttr: number);
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet, defStyleAttr: number, defStyleRes: number);
			public addChildrenForAccessibility(outChildren: java.util.ArrayList<android.view.View>): void;
			/** @since 26 */
			public addExtraDataToAccessibilityNodeInfo(info: android.view.accessibility.AccessibilityNodeInfo, extraDataKey: string, arguments_: android.os.Bundle | null): void;
			public addFocusables(views: java.util.ArrayList<android.view.View>, direction: number): void;
			public addFocusables(views: java.util.ArrayList<android.view.View>, direction: number, focusableMode: number): void;
			/** @since 26 */
			public addKeyboardNavigationClusters(views: java.util.Collection<android.view.View>, direction: number): void;
			public addStatesFromChildren(): boolean;
			public addTouchables(views: java.util.ArrayList<android.view.View>): void;
			public addView(child: android.view.View): void;
			public addView(child: android.view.View, params: android.view.ViewGroup.LayoutParams): void;
			public addView(child: android.view.View, index: number): void;
			public addView(child: android.view.View, index: number, params: android.view.ViewGroup.LayoutParams): void;
			public addView(child: android.view.View, width: number, height: number): void;
			public addViewInLayout(child: android.view.View, index: number, params: android.view.ViewGroup.LayoutParams): boolean;
			public addViewInLayout(child: android.view.View, index: number, params: android.view.ViewGroup.LayoutParams, preventRequestLayout: boolean): boolean;
			public attachLayoutAnimationParameters(child: android.view.View, params: android.view.ViewGroup.LayoutParams, index: number, count: number): void;
			public attachViewToParent(child: android.view.View, index: number, params: android.view.ViewGroup.LayoutParams): void;
			public bringChildToFront(child: android.view.View): void;
			public canAnimate(): boolean;
			public checkLayoutParams(p: android.view.ViewGroup.LayoutParams): boolean;
			public childDrawableStateChanged(child: android.view.View): void;
			public childHasTransientStateChanged(child: android.view.View, childHasTransientState: boolean): void;
			public cleanupLayoutState(child: android.view.View): void;
			public clearChildFocus(child: android.view.View): void;
			public clearDisappearingChildren(): void;
			public clearFocus(): void;
			public debug(depth: number): void;
			public detachAllViewsFromParent(): void;
			public detachViewFromParent(child: android.view.View): void;
			public detachViewFromParent(index: number): void;
			public detachViewsFromParent(start: number, count: number): void;
			public dispatchApplyWindowInsets(insets: android.view.WindowInsets): android.view.WindowInsets;
			/** @since 26 */
			public dispatchCapturedPointerEvent(event: android.view.MotionEvent): boolean;
			public dispatchConfigurationChanged(newConfig: android.content.res.Configuration): void;
			/** @since 31 */
			public dispatchCreateViewTranslationRequest(viewIds: java.util.Map<android.view.autofill.AutofillId,androidNative.Array<number>>, supportedFormats: androidNative.Array<number>, capability: android.view.translation.TranslationCapability | null, requests: java.util.List<android.view.translation.ViewTranslationRequest>): void;
			public dispatchDisplayHint(hint: number): void;
			public dispatchDragEvent(event: android.view.DragEvent): boolean;
			public dispatchDraw(canvas: android.graphics.Canvas): void;
			/** @since 22 */
			public dispatchDrawableHotspotChanged(x: number, y: number): void;
			/** @since 24 */
			public dispatchFinishTemporaryDetach(): void;
			public dispatchFreezeSelfOnly(container: android.util.SparseArray<android.os.Parcelable>): void;
			public dispatchGenericFocusedEvent(event: android.view.MotionEvent): boolean;
			public dispatchGenericPointerEvent(event: android.view.MotionEvent): boolean;
			public dispatchHoverEvent(event: android.view.MotionEvent): boolean;
			public dispatchKeyEvent(event: android.view.KeyEvent): boolean;
			public dispatchKeyEventPreIme(event: android.view.KeyEvent): boolean;
			public dispatchKeyShortcutEvent(event: android.view.KeyEvent): boolean;
			/** @since 26 */
			public dispatchPointerCaptureChanged(hasCapture: boolean): void;
			/** @since 26 */
			public dispatchProvideAutofillStructure(structure: any, flags: number): void;
			/** @since 23 */
			public dispatchProvideStructure(structure: any): void;
			public dispatchRestoreInstanceState(container: android.util.SparseArray<android.os.Parcelable>): void;
			public dispatchSaveInstanceState(container: android.util.SparseArray<android.os.Parcelable>): void;
			/** @since 31 */
			public dispatchScrollCaptureSearch(localVisibleRect: android.graphics.Rect, windowOffset: android.graphics.Point, targets: any /* any*/): void;
			public dispatchSetActivated(activated: boolean): void;
			public dispatchSetPressed(pressed: boolean): void;
			public dispatchSetSelected(selected: boolean): void;
			/** @since 24 */
			public dispatchStartTemporaryDetach(): void;
			/** @deprecated Deprecated in API 30 */
			public dispatchSystemUiVisibilityChanged(visible: number): void;
			public dispatchThawSelfOnly(container: android.util.SparseArray<android.os.Parcelable>): void;
			public dispatchTouchEvent(ev: android.view.MotionEvent): boolean;
			public dispatchTrackballEvent(event: android.view.MotionEvent): boolean;
			public dispatchUnhandledMove(focused: android.view.View, direction: number): boolean;
			public dispatchVisibilityChanged(changedView: android.view.View, visibility: number): void;
			public dispatchWindowFocusChanged(hasFocus: boolean): void;
			/** @since 30 */
			public dispatchWindowInsetsAnimationEnd(animation: android.view.WindowInsetsAnimation): void;
			/** @since 30 */
			public dispatchWindowInsetsAnimationPrepare(animation: android.view.WindowInsetsAnimation): void;
			/** @since 30 */
			public dispatchWindowInsetsAnimationProgress(insets: android.view.WindowInsets, runningAnimations: java.util.List<android.view.WindowInsetsAnimation>): android.view.WindowInsets;
			/** @since 30 */
			public dispatchWindowInsetsAnimationStart(animation: android.view.WindowInsetsAnimation, bounds: android.view.WindowInsetsAnimation.Bounds): android.view.WindowInsetsAnimation.Bounds;
			/** @deprecated Deprecated in API 30 */
			public dispatchWindowSystemUiVisiblityChanged(visible: number): void;
			public dispatchWindowVisibilityChanged(visibility: number): void;
			public drawChild(canvas: android.graphics.Canvas, child: android.view.View, drawingTime: number): boolean;
			public drawableStateChanged(): void;
			public endViewTransition(view: android.view.View): void;
			public findFocus(): android.view.View;
			/** @since 33 */
			public findOnBackInvokedDispatcherForChild(child: android.view.View, requester: android.view.View): android.window.OnBackInvokedDispatcher | null;
			public findViewsWithText(outViews: java.util.ArrayList<android.view.View>, text: string, flags: number): void;
			public focusSearch(direction: number): android.view.View;
			public focusSearch(focused: android.view.View, direction: number): android.view.View;
			public focusableViewAvailable(v: android.view.View): void;
			public gatherTransparentRegion(region: android.graphics.Region): boolean;
			public generateDefaultLayoutParams(): android.view.ViewGroup.LayoutParams;
			public generateLayoutParams(attrs: android.util.AttributeSet): android.view.ViewGroup.LayoutParams;
			public generateLayoutParams(p: android.view.ViewGroup.LayoutParams): android.view.ViewGroup.LayoutParams;
			/** @since 23 */
			public getAccessibilityClassName(): string;
			public getChildAt(index: number): android.view.View;
			public getChildCount(): number;
			/** @since 29 */
			public getChildDrawingOrder(drawingPosition: number): number;
			public getChildDrawingOrder(childCount: number, drawingPosition: number): number;
			public static getChildMeasureSpec(spec: number, padding: number, childDimension: number): number;
			public getChildStaticTransformation(child: android.view.View, t: android.view.animation.Transformation): boolean;
			public getChildVisibleRect(child: android.view.View, r: android.graphics.Rect, offset: android.graphics.Point): boolean;
			public getClipChildren(): boolean;
			public getClipToPadding(): boolean;
			public getDescendantFocusability(): number;
			public getFocusedChild(): android.view.View;
			public getLayoutAnimation(): android.view.animation.LayoutAnimationController;
			public getLayoutAnimationListener(): android.view.animation.Animation.AnimationListener;
			public getLayoutMode(): number;
			public getLayoutTransition(): android.animation.LayoutTransition;
			public getNestedScrollAxes(): number;
			public getOverlay(): android.view.ViewOverlay;
			public getOverlay(): android.view.ViewGroupOverlay;
			/** @deprecated Deprecated in API 28 */
			public getPersistentDrawingCache(): number;
			public getTouchscreenBlocksFocus(): boolean;
			public hasFocus(): boolean;
			public hasTransientState(): boolean;
			public indexOfChild(child: android.view.View): number;
			/** @deprecated Deprecated in API 26 */
			public invalidateChild(child: android.view.View, dirty: android.graphics.Rect): void;
			/** @deprecated Deprecated in API 26 */
			public invalidateChildInParent(location: androidNative.Array<number>, dirty: android.graphics.Rect): android.view.ViewParent;
			/** @deprecated Deprecated in API 23 */
			public isAlwaysDrawnWithCacheEnabled(): boolean;
			/** @deprecated Deprecated in API 23 */
			public isAnimationCacheEnabled(): boolean;
			public isChildrenDrawingOrderEnabled(): boolean;
			/** @deprecated Deprecated in API 23 */
			public isChildrenDrawnWithCacheEnabled(): boolean;
			/** @since 29 */
			public isLayoutSuppressed(): boolean;
			public isMotionEventSplittingEnabled(): boolean;
			public isTransitionGroup(): boolean;
			public jumpDrawablesToCurrentState(): void;
			public layout(l: number, t: number, r: number, b: number): void;
			public measureChild(child: android.view.View, parentWidthMeasureSpec: number, parentHeightMeasureSpec: number): void;
			public measureChildWithMargins(child: android.view.View, parentWidthMeasureSpec: number, widthUsed: number, parentHeightMeasureSpec: number, heightUsed: number): void;
			public measureChildren(widthMeasureSpec: number, heightMeasureSpec: number): void;
			public notifySubtreeAccessibilityStateChanged(child: android.view.View, source: android.view.View, changeType: number): void;
			public offsetDescendantRectToMyCoords(descendant: android.view.View, rect: android.graphics.Rect): void;
			public offsetRectIntoDescendantCoords(descendant: android.view.View, rect: android.graphics.Rect): void;
			public onAttachedToWindow(): void;
			public onCreateDrawableState(extraSpace: number): androidNative.Array<number>;
			/** @since 26 */
			public onDescendantInvalidated(child: android.view.View, target: android.view.View): void;
			public onDetachedFromWindow(): void;
			public onInterceptHoverEvent(event: android.view.MotionEvent): boolean;
			public onInterceptTouchEvent(ev: android.view.MotionEvent): boolean;
			public onLayout(param0: boolean, param1: number, param2: number, param3: number, param4: number): void;
			public onNestedFling(target: android.view.View, velocityX: number, velocityY: number, consumed: boolean): boolean;
			public onNestedPreFling(target: android.view.View, velocityX: number, velocityY: number): boolean;
			/** @since 22 */
			public onNestedPrePerformAccessibilityAction(target: android.view.View, action: number, args: android.os.Bundle): boolean;
			public onNestedPreScroll(target: android.view.View, dx: number, dy: number, consumed: androidNative.Array<number>): void;
			public onNestedScroll(target: android.view.View, dxConsumed: number, dyConsumed: number, dxUnconsumed: number, dyUnconsumed: number): void;
			public onNestedScrollAccepted(child: android.view.View, target: android.view.View, axes: number): void;
			public onRequestFocusInDescendants(direction: number, previouslyFocusedRect: android.graphics.Rect): boolean;
			public onRequestSendAccessibilityEvent(child: android.view.View, event: android.view.accessibility.AccessibilityEvent): boolean;
			/** @since 24 */
			public onResolvePointerIcon(event: android.view.MotionEvent, pointerIndex: number): any;
			public onStartNestedScroll(child: android.view.View, target: android.view.View, nestedScrollAxes: number): boolean;
			public onStopNestedScroll(child: android.view.View): void;
			/** @since 23 */
			public onViewAdded(child: android.view.View): void;
			/** @since 23 */
			public onViewRemoved(child: android.view.View): void;
			/** @since 36 */
			public propagateRequestedFrameRate(frameRate: number, forceOverride: boolean): void;
			public recomputeViewAttributes(child: android.view.View): void;
			public removeAllViews(): void;
			public removeAllViewsInLayout(): void;
			public removeDetachedView(child: android.view.View, animate: boolean): void;
			public removeView(view: android.view.View): void;
			public removeViewAt(index: number): void;
			public removeViewInLayout(view: android.view.View): void;
			public removeViews(start: number, count: number): void;
			public removeViewsInLayout(start: number, count: number): void;
			public requestChildFocus(child: android.view.View, focused: android.view.View): void;
			public requestChildRectangleOnScreen(child: android.view.View, rectangle: android.graphics.Rect, immediate: boolean): boolean;
			public requestDisallowInterceptTouchEvent(disallowIntercept: boolean): void;
			public requestFocus(): boolean;
			public requestFocus(direction: number): boolean;
			public requestFocus(direction: number, previouslyFocusedRect: android.graphics.Rect): boolean;
			public requestSendAccessibilityEvent(child: android.view.View, event: android.view.accessibility.AccessibilityEvent): boolean;
			public requestTransparentRegion(child: android.view.View): void;
			/** @since 26 */
			public restoreDefaultFocus(): boolean;
			public scheduleLayoutAnimation(): void;
			public setAddStatesFromChildren(addsStates: boolean): void;
			/** @deprecated Deprecated in API 23 */
			public setAlwaysDrawnWithCacheEnabled(always: boolean): void;
			/** @deprecated Deprecated in API 23 */
			public setAnimationCacheEnabled(enabled: boolean): void;
			/** @deprecated Deprecated in API 28 */
			public setChildrenDrawingCacheEnabled(enabled: boolean): void;
			public setChildrenDrawingOrderEnabled(enabled: boolean): void;
			/** @deprecated Deprecated in API 23 */
			public setChildrenDrawnWithCacheEnabled(enabled: boolean): void;
			public setClipChildren(clipChildren: boolean): void;
			public setClipToPadding(clipToPadding: boolean): void;
			public setDescendantFocusability(focusability: number): void;
			public setLayoutAnimation(controller: android.view.animation.LayoutAnimationController): void;
			public setLayoutAnimationListener(animationListener: android.view.animation.Animation.AnimationListener): void;
			public setLayoutMode(layoutMode: number): void;
			public setLayoutTransition(transition: android.animation.LayoutTransition): void;
			public setMotionEventSplittingEnabled(split: boolean): void;
			public setOnHierarchyChangeListener(listener: android.view.ViewGroup.OnHierarchyChangeListener): void;
			/** @deprecated Deprecated in API 28 */
			public setPersistentDrawingCache(drawingCacheToKeep: number): void;
			/** @since 35 */
			public setRequestedFrameRate(frameRate: number): void;
			public setStaticTransformationsEnabled(enabled: boolean): void;
			public setTouchscreenBlocksFocus(touchscreenBlocksFocus: boolean): void;
			public setTransitionGroup(isTransitionGroup: boolean): void;
			/** @since 30 */
			public setWindowInsetsAnimationCallback(callback: android.view.WindowInsetsAnimation.Callback | null): void;
			public shouldDelayChildPressedState(): boolean;
			public showContextMenuForChild(originalView: android.view.View): boolean;
			/** @since 24 */
			public showContextMenuForChild(originalView: android.view.View, x: number, y: number): boolean;
			public startActionModeForChild(originalView: android.view.View, callback: android.view.ActionMode.Callback): android.view.ActionMode;
			/** @since 23 */
			public startActionModeForChild(originalView: android.view.View, callback: android.view.ActionMode.Callback, type: number): android.view.ActionMode;
			public startLayoutAnimation(): void;
			public startViewTransition(view: android.view.View): void;
			/** @since 29 */
			public suppressLayout(suppress: boolean): void;
			public updateViewLayout(view: android.view.View, params: android.view.ViewGroup.LayoutParams): void;
			public addView(param0: android.view.View, param1: android.view.ViewGroup.LayoutParams): void;
			public removeView(param0: android.view.View): void;
			public updateViewLayout(param0: android.view.View, param1: android.view.ViewGroup.LayoutParams): void;
			public bringChildToFront(param0: android.view.View): void;
			public canResolveLayoutDirection(): boolean;
			public canResolveTextAlignment(): boolean;
			public canResolveTextDirection(): boolean;
			public childDrawableStateChanged(param0: android.view.View): void;
			public childHasTransientStateChanged(param0: android.view.View, param1: boolean): void;
			public clearChildFocus(param0: android.view.View): void;
			public createContextMenu(param0: android.view.ContextMenu): void;
			public focusSearch(param0: android.view.View, param1: number): android.view.View;
			public focusableViewAvailable(param0: android.view.View): void;
			public getChildVisibleRect(param0: android.view.View, param1: android.graphics.Rect, param2: android.graphics.Point): boolean;
			public getLayoutDirection(): number;
			public getParent(): android.view.ViewParent;
			public getParentForAccessibility(): android.view.ViewParent;
			public getTextAlignment(): number;
			public getTextDirection(): number;
			/** @deprecated Deprecated in API 26 */
			public invalidateChild(param0: android.view.View, param1: android.graphics.Rect): void;
			/** @deprecated Deprecated in API 26 */
			public invalidateChildInParent(param0: androidNative.Array<number>, param1: android.graphics.Rect): android.view.ViewParent;
			public isLayoutDirectionResolved(): boolean;
			public isLayoutRequested(): boolean;
			public isTextAlignmentResolved(): boolean;
			public isTextDirectionResolved(): boolean;
			/** @since 26 */
			public keyboardNavigationClusterSearch(param0: android.view.View, param1: number): android.view.View;
			public notifySubtreeAccessibilityStateChanged(param0: android.view.View, param1: android.view.View, param2: number): void;
			public onNestedFling(param0: android.view.View, param1: number, param2: number, param3: boolean): boolean;
			public onNestedPreFling(param0: android.view.View, param1: number, param2: number): boolean;
			/** @since 22 */
			public onNestedPrePerformAccessibilityAction(param0: android.view.View, param1: number, param2: android.os.Bundle | null): boolean;
			public onNestedPreScroll(param0: android.view.View, param1: number, param2: number, param3: androidNative.Array<number>): void;
			public onNestedScroll(param0: android.view.View, param1: number, param2: number, param3: number, param4: number): void;
			public onNestedScrollAccepted(param0: android.view.View, param1: android.view.View, param2: number): void;
			public onStartNestedScroll(param0: android.view.View, param1: android.view.View, param2: number): boolean;
			public onStopNestedScroll(param0: android.view.View): void;
			public recomputeViewAttributes(param0: android.view.View): void;
			public requestChildFocus(param0: android.view.View, param1: android.view.View): void;
			public requestChildRectangleOnScreen(param0: android.view.View, param1: android.graphics.Rect, param2: boolean): boolean;
			public requestChildRectangleOnScreen(child: android.view.View, rectangle: android.graphics.Rect, immediate: boolean, source: number): boolean;
			public requestDisallowInterceptTouchEvent(param0: boolean): void;
			/** @deprecated Deprecated in API 20 */
			public requestFitSystemWindows(): void;
			public requestLayout(): void;
			public requestSendAccessibilityEvent(param0: android.view.View, param1: android.view.accessibility.AccessibilityEvent): boolean;
			public requestTransparentRegion(param0: android.view.View): void;
			public showContextMenuForChild(param0: android.view.View): boolean;
			/** @since 24 */
			public showContextMenuForChild(param0: android.view.View, param1: number, param2: number): boolean;
			public startActionModeForChild(param0: android.view.View, param1: android.view.ActionMode.Callback): android.view.ActionMode;
			/** @since 23 */
			public startActionModeForChild(param0: android.view.View, param1: android.view.ActionMode.Callback, param2: number): android.view.ActionMode;
			public hasFocusable(): boolean;
			public onAnimationStart(): void;
			public onAnimationEnd(): void;
			public drawableHotspotChanged(x: number, y: number): void;
			public onKeyDown(param0: number, param1: android.view.KeyEvent): boolean;
			public onKeyLongPress(param0: number, param1: android.view.KeyEvent): boolean;
			public onKeyMultiple(param0: number, param1: number, param2: android.view.KeyEvent): boolean;
			public onKeyUp(param0: number, param1: android.view.KeyEvent): boolean;
			public invalidateDrawable(param0: android.graphics.drawable.Drawable): void;
			public scheduleDrawable(param0: android.graphics.drawable.Drawable, param1: java.lang.Runnable, param2: number): void;
			public unscheduleDrawable(who: android.graphics.drawable.Drawable): void;
			public unscheduleDrawable(param0: android.graphics.drawable.Drawable, param1: java.lang.Runnable): void;
			public sendAccessibilityEvent(param0: number): void;
			public sendAccessibilityEventUnchecked(param0: android.view.accessibility.AccessibilityEvent): void;
		}
		export module ViewGroup {
			export class LayoutParams extends java.lang.Object {
				public static class: java.lang.Class<android.view.ViewGroup.LayoutParams>;
				/** @deprecated Deprecated in API 15 */
				public static FILL_PARENT: -1;
				public static MATCH_PARENT: -1;
				public static WRAP_CONTENT: -2;
				public height: number;
				public layoutAnimationParameters: android.view.animation.LayoutAnimationController.AnimationParameters;
				public width: number;
				public constructor(c: android.content.Context, attrs: android.util.AttributeSet);
				public constructor(source: android.view.ViewGroup.LayoutParams);
				public constructor(width: number, height: number);
				public resolveLayoutDirection(layoutDirection: number): void;
				public setBaseAttributes(a: android.content.res.TypedArray, widthAttr: number, heightAttr: number): void;
			}
			export class MarginLayoutParams extends android.view.ViewGroup.LayoutParams {
				public static class: java.lang.Class<android.view.ViewGroup.MarginLayoutParams>;
				public bottomMargin: number;
				public leftMargin: number;
				public rightMargin: number;
				public topMargin: number;
				public constructor(source: android.view.ViewGroup.LayoutParams);
				public constructor(width: number, height: number);
				public constructor(c: android.content.Context, attrs: android.util.AttributeSet);
				public constructor(source: android.view.ViewGroup.MarginLayoutParams);
				public getLayoutDirection(): number;
				public getMarginEnd(): number;
				public getMarginStart(): number;
				public isMarginRelative(): boolean;
				public resolveLayoutDirection(layoutDirection: number): void;
				public setLayoutDirection(layoutDirection: number): void;
				public setMarginEnd(end: number): void;
				public setMarginStart(start: number): void;
				public setMargins(left: number, top: number, right: number, bottom: number): void;
			}
		}
		export class ViewManager extends java.lang.Object {
			public static class: java.lang.Class<android.view.ViewManager>;
			/**
			 * Constructs a new instance of the android.view.ViewManager interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
			 */
			public constructor(implementation: {
				addView(param0: android.view.View, param1: android.view.ViewGroup.LayoutParams): void;
				removeView(param0: android.view.View): void;
				updateViewLayout(param0: android.view.View, param1: android.view.ViewGroup.LayoutParams): void;
			});
			public constructor();
			public addView(param0: android.view.View, param1: android.view.ViewGroup.LayoutParams): void;
			public removeView(param0: android.view.View): void;
			public updateViewLayout(param0: android.view.View, param1: android.view.ViewGroup.LayoutParams): void;
		}
		export class ViewParent extends java.lang.Object {
			public static class: java.lang.Class<android.view.ViewParent>;
			/**
			 * Constructs a new instance of the android.view.ViewParent interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
			 */
			public constructor(implementation: {
				bringChildToFront(param0: android.view.View): void;
				canResolveLayoutDirection(): boolean;
				canResolveTextAlignment(): boolean;
				canResolveTextDirection(): boolean;
				childDrawableStateChanged(param0: android.view.View): void;
				childHasTransientStateChanged(param0: android.view.View, param1: boolean): void;
				clearChildFocus(param0: android.view.View): void;
				createContextMenu(param0: android.view.ContextMenu): void;
				findOnBackInvokedDispatcherForChild(child: android.view.View, requester: android.view.View): android.window.OnBackInvokedDispatcher | null;
				focusSearch(param0: android.view.View, param1: number): android.view.View;
				focusableViewAvailable(param0: android.view.View): void;
				getChildVisibleRect(param0: android.view.View, param1: android.graphics.Rect, param2: android.graphics.Point): boolean;
				getLayoutDirection(): number;
				getParent(): android.view.ViewParent;
				getParentForAccessibility(): android.view.ViewParent;
				getTextAlignment(): number;
				getTextDirection(): number;
				invalidateChild(param0: android.view.View, param1: android.graphics.Rect): void;
				invalidateChildInParent(param0: androidNative.Array<number>, param1: android.graphics.Rect): android.view.ViewParent;
				isLayoutDirectionResolved(): boolean;
				isLayoutRequested(): boolean;
				isTextAlignmentResolved(): boolean;
				isTextDirectionResolved(): boolean;
				keyboardNavigationClusterSearch(param0: android.view.View, param1: number): android.view.View;
				notifySubtreeAccessibilityStateChanged(param0: android.view.View, param1: android.view.View, param2: number): void;
				onDescendantInvalidated(child: android.view.View, target: android.view.View): void;
				onNestedFling(param0: android.view.View, param1: number, param2: number, param3: boolean): boolean;
				onNestedPreFling(param0: android.view.View, param1: number, param2: number): boolean;
				onNestedPrePerformAccessibilityAction(param0: android.view.View, param1: number, param2: android.os.Bundle | null): boolean;
				onNestedPreScroll(param0: android.view.View, param1: number, param2: number, param3: androidNative.Array<number>): void;
				onNestedScroll(param0: android.view.View, param1: number, param2: number, param3: number, param4: number): void;
				onNestedScrollAccepted(param0: android.view.View, param1: android.view.View, param2: number): void;
				onStartNestedScroll(param0: android.view.View, param1: android.view.View, param2: number): boolean;
				onStopNestedScroll(param0: android.view.View): void;
				recomputeViewAttributes(param0: android.view.View): void;
				requestChildFocus(param0: android.view.View, param1: android.view.View): void;
				requestChildRectangleOnScreen(param0: android.view.View, param1: android.graphics.Rect, param2: boolean): boolean;
				requestChildRectangleOnScreen(child: android.view.View, rectangle: android.graphics.Rect, immediate: boolean, source: number): boolean;
				requestDisallowInterceptTouchEvent(param0: boolean): void;
				requestFitSystemWindows(): void;
				requestLayout(): void;
				requestSendAccessibilityEvent(param0: android.view.View, param1: android.view.accessibility.AccessibilityEvent): boolean;
				requestTransparentRegion(param0: android.view.View): void;
				showContextMenuForChild(param0: android.view.View): boolean;
				showContextMenuForChild(param0: android.view.View, param1: number, param2: number): boolean;
				startActionModeForChild(param0: android.view.View, param1: android.view.ActionMode.Callback): android.view.ActionMode;
				startActionModeForChild(param0: android.view.View, param1: android.view.ActionMode.Callback, param2: number): android.view.ActionMode;
			});
			public constructor();
			public bringChildToFront(param0: android.view.View): void;
			public canResolveLayoutDirection(): boolean;
			public canResolveTextAlignment(): boolean;
			public canResolveTextDirection(): boolean;
			public childDrawableStateChanged(param0: android.view.View): void;
			public childHasTransientStateChanged(param0: android.view.View, param1: boolean): void;
			public clearChildFocus(param0: android.view.View): void;
			public createContextMenu(param0: android.view.ContextMenu): void;
			/** @since 33 */
			public findOnBackInvokedDispatcherForChild(child: android.view.View, requester: android.view.View): android.window.OnBackInvokedDispatcher | null;
			public focusSearch(param0: android.view.View, param1: number): android.view.View;
			public focusableViewAvailable(param0: android.view.View): void;
			public getChildVisibleRect(param0: android.view.View, param1: android.graphics.Rect, param2: android.graphics.Point): boolean;
			public getLayoutDirection(): number;
			public getParent(): android.view.ViewParent;
			public getParentForAccessibility(): android.view.ViewParent;
			public getTextAlignment(): number;
			public getTextDirection(): number;
			/** @deprecated Deprecated in API 26 */
			public invalidateChild(param0: android.view.View, param1: android.graphics.Rect): void;
			/** @deprecated Deprecated in API 26 */
			public invalidateChildInParent(param0: androidNative.Array<number>, param1: android.graphics.Rect): android.view.ViewParent;
			public isLayoutDirectionResolved(): boolean;
			public isLayoutRequested(): boolean;
			public isTextAlignmentResolved(): boolean;
			public isTextDirectionResolved(): boolean;
			/** @since 26 */
			public keyboardNavigationClusterSearch(param0: android.view.View, param1: number): android.view.View;
			public notifySubtreeAccessibilityStateChanged(param0: android.view.View, param1: android.view.View, param2: number): void;
			/** @since 26 */
			public onDescendantInvalidated(child: android.view.View, target: android.view.View): void;
			public onNestedFling(param0: android.view.View, param1: number, param2: number, param3: boolean): boolean;
			public onNestedPreFling(param0: android.view.View, param1: number, param2: number): boolean;
			/** @since 22 */
			public onNestedPrePerformAccessibilityAction(param0: android.view.View, param1: number, param2: android.os.Bundle | null): boolean;
			public onNestedPreScroll(param0: android.view.View, param1: number, param2: number, param3: androidNative.Array<number>): void;
			public onNestedScroll(param0: android.view.View, param1: number, param2: number, param3: number, param4: number): void;
			public onNestedScrollAccepted(param0: android.view.View, param1: android.view.View, param2: number): void;
			public onStartNestedScroll(param0: android.view.View, param1: android.view.View, param2: number): boolean;
			public onStopNestedScroll(param0: android.view.View): void;
			public recomputeViewAttributes(param0: android.view.View): void;
			public requestChildFocus(param0: android.view.View, param1: android.view.View): void;
			public requestChildRectangleOnScreen(param0: android.view.View, param1: android.graphics.Rect, param2: boolean): boolean;
			public requestChildRectangleOnScreen(child: android.view.View, rectangle: android.graphics.Rect, immediate: boolean, source: number): boolean;
			public requestDisallowInterceptTouchEvent(param0: boolean): void;
			public requestFitSystemWindows(): void;
			public requestLayout(): void;
			public requestSendAccessibilityEvent(param0: android.view.View, param1: android.view.accessibility.AccessibilityEvent): boolean;
			public requestTransparentRegion(param0: android.view.View): void;
			public showContextMenuForChild(param0: android.view.View): boolean;
			/** @since 24 */
			public showContextMenuForChild(param0: android.view.View, param1: number, param2: number): boolean;
			public startActionModeForChild(param0: android.view.View, param1: android.view.ActionMode.Callback): android.view.ActionMode;
			/** @since 23 */
			public startActionModeForChild(param0: android.view.View, param1: android.view.ActionMode.Callback, param2: number): android.view.ActionMode;
		}
		export module ViewTreeObserver {
			export class OnPreDrawListener extends java.lang.Object {
				public static class: java.lang.Class<android.view.ViewTreeObserver.OnPreDrawListener>;
				/**
				 * Constructs a new instance of the android.view.ViewTreeObserver$OnPreDrawListener interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
				 */
				public constructor(implementation: {
					onPreDraw(): boolean;
				});
				public constructor();
				public onPreDraw(): boolean;
			}
		}
		export abstract class Window extends java.lang.Object {
			public static class: java.lang.Class<android.view.Window>;
			/** @since 24 */
			public static DECOR_CAPTION_SHADE_AUTO: 0;
			/** @since 24 */
			public static DECOR_CAPTION_SHADE_DARK: 2;
			/** @since 24 */
			public static DECOR_CAPTION_SHADE_LIGHT: 1;
			/** @deprecated Deprecated in API 22 */
			public static DEFAULT_FEATURES: 65;
			public static FEATURE_ACTION_BAR: 8;
			public static FEATURE_ACTION_BAR_OVERLAY: 9;
			public static FEATURE_ACTION_MODE_OVERLAY: 10;
			public static FEATURE_ACTIVITY_TRANSITIONS: 13;
			public static FEATURE_CONTENT_TRANSITIONS: 12;
			public static FEATURE_CONTEXT_MENU: 6;
			public static FEATURE_CUSTOM_TITLE: 7;
			/** @deprecated Deprecated in API 24 */
			public static FEATURE_INDETERMINATE_PROGRESS: 5;
			public static FEATURE_LEFT_ICON: 3;
			public static FEATURE_NO_TITLE: 1;
			public static FEATURE_OPTIONS_PANEL: 0;
			/** @deprecated Deprecated in API 24 */
			public static FEATURE_PROGRESS: 2;
			public static FEATURE_RIGHT_ICON: 4;
			/** @deprecated Deprecated in API 30 */
			public static FEATURE_SWIPE_TO_DISMISS: 11;
			public static ID_ANDROID_CONTENT: 16908290;
			public static NAVIGATION_BAR_BACKGROUND_TRANSITION_NAME: "android:navigation:background";
			/** @deprecated Deprecated in API 24 */
			public static PROGRESS_END: 10000;
			/** @deprecated Deprecated in API 24 */
			public static PROGRESS_INDETERMINATE_OFF: -4;
			/** @deprecated Deprecated in API 24 */
			public static PROGRESS_INDETERMINATE_ON: -3;
			/** @deprecated Deprecated in API 24 */
			public static PROGRESS_SECONDARY_END: 30000;
			/** @deprecated Deprecated in API 24 */
			public static PROGRESS_SECONDARY_START: 20000;
			/** @deprecated Deprecated in API 24 */
			public static PROGRESS_START: 0;
			/** @deprecated Deprecated in API 24 */
			public static PROGRESS_VISIBILITY_OFF: -2;
			/** @deprecated Deprecated in API 24 */
			public static PROGRESS_VISIBILITY_ON: -1;
			public static STATUS_BAR_BACKGROUND_TRANSITION_NAME: "android:status:background";
			public constructor(context: android.content.Context);
			public addContentView(param0: android.view.View, param1: android.view.ViewGroup.LayoutParams): void;
			public addFlags(flags: number): void;
			/** @since 24 */
			public addOnFrameMetricsAvailableListener(listener: android.view.Window.OnFrameMetricsAvailableListener, handler: android.os.Handler): void;
			public clearFlags(flags: number): void;
			public closeAllPanels(): void;
			public closePanel(param0: number): void;
			public findViewById(id: number): android.view.View;
			public getAllowEnterTransitionOverlap(): boolean;
			public getAllowReturnTransitionOverlap(): boolean;
			public getAttributes(): android.view.WindowManager.LayoutParams;
			public getCallback(): android.view.Window.Callback;
			/** @since 26 */
			public getColorMode(): number;
			public getContainer(): android.view.Window;
			public getContentScene(): android.transition.Scene;
			public getContext(): android.content.Context;
			public getCurrentFocus(): android.view.View | null;
			public getDecorView(): android.view.View;
			/** @since 22 */
			public static getDefaultFeatures(context: android.content.Context): number;
			/** @since 35 */
			public getDesiredHdrHeadroom(): number;
			public getEnterTransition(): android.transition.Transition;
			public getExitTransition(): android.transition.Transition;
			public getFeatures(): number;
			public getForcedWindowFlags(): number;
			/** @since 35 */
			public getFrameRateBoostOnTouchEnabled(): boolean;
			/** @since 30 */
			public getInsetsController(): android.view.WindowInsetsController | null;
			public getLayoutInflater(): android.view.LayoutInflater;
			public getLocalFeatures(): number;
			public getMediaController(): any;
			/** @deprecated Deprecated in API 35 */
			public getNavigationBarColor(): number;
			/** @since 28
			 *  @deprecated Deprecated in API 35 */
			public getNavigationBarDividerColor(): number;
			/** @since 33 */
			public getOnBackInvokedDispatcher(): android.window.OnBackInvokedDispatcher;
			public getReenterTransition(): android.transition.Transition;
			public getReturnTransition(): android.transition.Transition;
			/** @since 31 */
			public getRootSurfaceControl(): android.view.AttachedSurfaceControl | null;
			public getSharedElementEnterTransition(): android.transition.Transition;
			public getSharedElementExitTransition(): android.transition.Transition;
			public getSharedElementReenterTransition(): android.transition.Transition;
			public getSharedElementReturnTransition(): android.transition.Transition;
			public getSharedElementsUseOverlay(): boolean;
			/** @deprecated Deprecated in API 35 */
			public getStatusBarColor(): number;
			/** @since 29 */
			public getSystemGestureExclusionRects(): java.util.List<android.graphics.Rect>;
			public getTransitionBackgroundFadeDuration(): number;
			public getTransitionManager(): android.transition.TransitionManager;
			public getVolumeControlStream(): number;
			public getWindowManager(): android.view.WindowManager;
			public getWindowStyle(): android.content.res.TypedArray;
			public hasChildren(): boolean;
			public hasFeature(feature: number): boolean;
			public hasSoftInputMode(): boolean;
			public injectInputEvent(event: android.view.InputEvent): void;
			public invalidatePanelMenu(param0: number): void;
			public isActive(): boolean;
			public isFloating(): boolean;
			/** @since 35 */
			public isFrameRatePowerSavingsBalanced(): boolean;
			/** @since 29 */
			public isNavigationBarContrastEnforced(): boolean;
			public isShortcutKey(param0: number, param1: android.view.KeyEvent): boolean;
			/** @since 29
			 *  @deprecated Deprecated in API 35 */
			public isStatusBarContrastEnforced(): boolean;
			/** @since 27 */
			public isWideColorGamut(): boolean;
			public makeActive(): void;
			public onActive(): void;
			public onConfigurationChanged(param0: android.content.res.Configuration): void;
			public openPanel(param0: number, param1: android.view.KeyEvent): void;
			public peekDecorView(): android.view.View;
			public performContextMenuIdentifierAction(param0: number, param1: number): boolean;
			public performPanelIdentifierAction(param0: number, param1: number, param2: number): boolean;
			public performPanelShortcut(param0: number, param1: number, param2: android.view.KeyEvent, param3: number): boolean;
			/** @since 31 */
			public registerScrollCaptureCallback(callback: android.view.ScrollCaptureCallback): void;
			/** @since 24 */
			public removeOnFrameMetricsAvailableListener(listener: android.view.Window.OnFrameMetricsAvailableListener): void;
			public requestFeature(featureId: number): boolean;
			/** @since 28 */
			public requireViewById(id: number): android.view.View;
			public restoreHierarchyState(param0: android.os.Bundle): void;
			public saveHierarchyState(): android.os.Bundle;
			public setAllowEnterTransitionOverlap(allow: boolean): void;
			public setAllowReturnTransitionOverlap(allow: boolean): void;
			public setAttributes(a: android.view.WindowManager.LayoutParams): void;
			/** @since 31 */
			public setBackgroundBlurRadius(blurRadius: number): void;
			public setBackgroundDrawable(param0: android.graphics.drawable.Drawable): void;
			public setBackgroundDrawableResource(resId: number): void;
			public setCallback(callback: android.view.Window.Callback): void;
			public setChildDrawable(param0: number, param1: android.graphics.drawable.Drawable): void;
			public setChildInt(param0: number, param1: number): void;
			/** @since 22 */
			public setClipToOutline(clipToOutline: boolean): void;
			/** @since 26 */
			public setColorMode(colorMode: number): void;
			public setContainer(container: android.view.Window): void;
			public setContentView(param0: android.view.View): void;
			public setContentView(param0: android.view.View, param1: android.view.ViewGroup.LayoutParams): void;
			public setContentView(param0: number): void;
			/** @since 24 */
			public setDecorCaptionShade(param0: number): void;
			/** @since 30
			 *  @deprecated Deprecated in API 35 */
			public setDecorFitsSystemWindows(decorFitsSystemWindows: boolean): void;
			public setDefaultWindowFormat(format: number): void;
			/** @since 35 */
			public setDesiredHdrHeadroom(desiredHeadroom: number): void;
			public setDimAmount(amount: number): void;
			/** @since 22 */
			public setElevation(elevation: number): void;
			public setEnterTransition(transition: android.transition.Transition): void;
			public setExitTransition(transition: android.transition.Transition): void;
			public setFeatureDrawable(param0: number, param1: android.graphics.drawable.Drawable): void;
			public setFeatureDrawableAlpha(param0: number, param1: number): void;
			public setFeatureDrawableResource(param0: number, param1: number): void;
			public setFeatureDrawableUri(param0: number, param1: android.net.Uri): void;
			public setFeatureInt(param0: number, param1: number): void;
			public setFlags(flags: number, mask: number): void;
			public setFormat(format: number): void;
			/** @since 35 */
			public setFrameRateBoostOnTouchEnabled(enabled: boolean): void;
			/** @since 35 */
			public setFrameRatePowerSavingsBalanced(enabled: boolean): void;
			public setGravity(gravity: number): void;
			/** @since 31 */
			public setHideOverlayWindows(hide: boolean): void;
			public setIcon(resId: number): void;
			public setLayout(width: number, height: number): void;
			public setLocalFocus(hasFocus: boolean, inTouchMode: boolean): void;
			public setLogo(resId: number): void;
			public setMediaController(controller: any): void;
			/** @deprecated Deprecated in API 35 */
			public setNavigationBarColor(param0: number): void;
			/** @since 29 */
			public setNavigationBarContrastEnforced(enforceContrast: boolean): void;
			/** @since 28
			 *  @deprecated Deprecated in API 35 */
			public setNavigationBarDividerColor(dividerColor: number): void;
			/** @since 30 */
			public setPreferMinimalPostProcessing(isPreferred: boolean): void;
			public setReenterTransition(transition: android.transition.Transition): void;
			/** @since 24 */
			public setResizingCaptionDrawable(param0: android.graphics.drawable.Drawable): void;
			/** @since 24 */
			public setRestrictedCaptionAreaListener(listener: android.view.Window.OnRestrictedCaptionAreaChangedListener): void;
			public setReturnTransition(transition: android.transition.Transition): void;
			public setSharedElementEnterTransition(transition: android.transition.Transition): void;
			public setSharedElementExitTransition(transition: android.transition.Transition): void;
			public setSharedElementReenterTransition(transition: android.transition.Transition): void;
			public setSharedElementReturnTransition(transition: android.transition.Transition): void;
			public setSharedElementsUseOverlay(sharedElementsUseOverlay: boolean): void;
			public setSoftInputMode(mode: number): void;
			/** @deprecated Deprecated in API 35 */
			public setStatusBarColor(param0: number): void;
			/** @since 29
			 *  @deprecated Deprecated in API 35 */
			public setStatusBarContrastEnforced(ensureContrast: boolean): void;
			/** @since 24 */
			public setSustainedPerformanceMode(enable: boolean): void;
			/** @since 29 */
			public setSystemGestureExclusionRects(rects: java.util.List<android.graphics.Rect>): void;
			public setTitle(param0: string): void;
			/** @deprecated Deprecated in API 21 */
			public setTitleColor(param0: number): void;
			public setTransitionBackgroundFadeDuration(fadeDurationMillis: number): void;
			public setTransitionManager(tm: android.transition.TransitionManager): void;
			public setType(type: number): void;
			public setUiOptions(uiOptions: number): void;
			public setUiOptions(uiOptions: number, mask: number): void;
			public setVolumeControlStream(param0: number): void;
			public setWindowAnimations(resId: number): void;
			public setWindowManager(wm: android.view.WindowManager, appToken: android.os.IBinder, appName: string): void;
			public setWindowManager(wm: android.view.WindowManager, appToken: android.os.IBinder, appName: string, hardwareAccelerated: boolean): void;
			public superDispatchGenericMotionEvent(param0: android.view.MotionEvent): boolean;
			public superDispatchKeyEvent(param0: android.view.KeyEvent): boolean;
			public superDispatchKeyShortcutEvent(param0: android.view.KeyEvent): boolean;
			public superDispatchTouchEvent(param0: android.view.MotionEvent): boolean;
			public superDispatchTrackballEvent(param0: android.view.MotionEvent): boolean;
			public takeInputQueue(param0: android.view.InputQueue.Callback): void;
			public takeKeyEvents(param0: boolean): void;
			public takeSurface(param0: android.view.SurfaceHolder.Callback2): void;
			public togglePanel(param0: number, param1: android.view.KeyEvent): void;
			/** @since 31 */
			public unregisterScrollCaptureCallback(callback: android.view.ScrollCaptureCallback): void;
		}
		export module Window {
			export class Callback extends java.lang.Object {
				public static class: java.lang.Class<android.view.Window.Callback>;
				/**
				 * Constructs a new instance of the android.view.Window$Callback interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
				 */
				public constructor(implementation: {
					dispatchGenericMotionEvent(param0: android.view.MotionEvent): boolean;
					dispatchKeyEvent(param0: android.view.KeyEvent): boolean;
					dispatchKeyShortcutEvent(param0: android.view.KeyEvent): boolean;
					dispatchPopulateAccessibilityEvent(param0: android.view.accessibility.AccessibilityEvent): boolean;
					dispatchTouchEvent(param0: android.view.MotionEvent): boolean;
					dispatchTrackballEvent(param0: android.view.MotionEvent): boolean;
					onActionModeFinished(param0: android.view.ActionMode): void;
					onActionModeStarted(param0: android.view.ActionMode): void;
					onAttachedToWindow(): void;
					onContentChanged(): void;
					onCreatePanelMenu(param0: number, param1: android.view.Menu): boolean;
					onCreatePanelView(param0: number): android.view.View | null;
					onDetachedFromWindow(): void;
					onMenuItemSelected(param0: number, param1: android.view.MenuItem): boolean;
					onMenuOpened(param0: number, param1: android.view.Menu): boolean;
					onPanelClosed(param0: number, param1: android.view.Menu): void;
					onPointerCaptureChanged(hasCapture: boolean): void;
					onPreparePanel(param0: number, param1: android.view.View | null, param2: android.view.Menu): boolean;
					onProvideKeyboardShortcuts(data: java.util.List<any>, menu: android.view.Menu | null, deviceId: number): void;
					onSearchRequested(): boolean;
					onSearchRequested(param0: any): boolean;
					onWindowAttributesChanged(param0: android.view.WindowManager.LayoutParams): void;
					onWindowFocusChanged(param0: boolean): void;
					onWindowStartingActionMode(param0: android.view.ActionMode.Callback): android.view.ActionMode | null;
					onWindowStartingActionMode(param0: android.view.ActionMode.Callback, param1: number): android.view.ActionMode | null;
				});
				public constructor();
				public dispatchGenericMotionEvent(param0: android.view.MotionEvent): boolean;
				public dispatchKeyEvent(param0: android.view.KeyEvent): boolean;
				public dispatchKeyShortcutEvent(param0: android.view.KeyEvent): boolean;
				public dispatchPopulateAccessibilityEvent(param0: android.view.accessibility.AccessibilityEvent): boolean;
				public dispatchTouchEvent(param0: android.view.MotionEvent): boolean;
				public dispatchTrackballEvent(param0: android.view.MotionEvent): boolean;
				public onActionModeFinished(param0: android.view.ActionMode): void;
				public onActionModeStarted(param0: android.view.ActionMode): void;
				public onAttachedToWindow(): void;
				public onContentChanged(): void;
				public onCreatePanelMenu(param0: number, param1: android.view.Menu): boolean;
				public onCreatePanelView(param0: number): android.view.View | null;
				public onDetachedFromWindow(): void;
				public onMenuItemSelected(param0: number, param1: android.view.MenuItem): boolean;
				public onMenuOpened(param0: number, param1: android.view.Menu): boolean;
				public onPanelClosed(param0: number, param1: android.view.Menu): void;
				/** @since 26 */
				public onPointerCaptureChanged(hasCapture: boolean): void;
				public onPreparePanel(param0: number, param1: android.view.View | null, param2: android.view.Menu): boolean;
				/** @since 24 */
				public onProvideKeyboardShortcuts(data: java.util.List<any>, menu: android.view.Menu | null, deviceId: number): void;
				public onSearchRequested(): boolean;
				/** @since 23 */
				public onSearchRequested(param0: any): boolean;
				public onWindowAttributesChanged(param0: android.view.WindowManager.LayoutParams): void;
				public onWindowFocusChanged(param0: boolean): void;
				public onWindowStartingActionMode(param0: android.view.ActionMode.Callback): android.view.ActionMode | null;
				/** @since 23 */
				public onWindowStartingActionMode(param0: android.view.ActionMode.Callback, param1: number): android.view.ActionMode | null;
			}
		}
		export class WindowManager extends java.lang.Object implements android.view.ViewManager {
			public static class: java.lang.Class<android.view.WindowManager>;
			/**
			 * Constructs a new instance of the android.view.WindowManager interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
			 */
			public constructor(implementation: {
				addCrossWindowBlurEnabledListener(executor: java.util.concurrent.Executor, listener: any /* any*/): void;
				addCrossWindowBlurEnabledListener(listener: any /* any*/): void;
				addProposedRotationListener(executor: java.util.concurrent.Executor, listener: any /* any*/): void;
				addScreenRecordingCallback(executor: java.util.concurrent.Executor, callback: any /* any*/): number;
				getCurrentWindowMetrics(): android.view.WindowMetrics;
				getDefaultDisplay(): android.view.Display;
				getMaximumWindowMetrics(): android.view.WindowMetrics;
				isCrossWindowBlurEnabled(): boolean;
				registerBatchedSurfaceControlInputReceiver(hostInputTransferToken: android.window.InputTransferToken, surfaceControl: android.view.SurfaceControl, choreographer: android.view.Choreographer, receiver: android.view.SurfaceControlInputReceiver): android.window.InputTransferToken;
				registerTrustedPresentationListener(window: android.os.IBinder, thresholds: android.window.TrustedPresentationThresholds, executor: java.util.concurrent.Executor, listener: any /* any*/): void;
				registerUnbatchedSurfaceControlInputReceiver(hostInputTransferToken: android.window.InputTransferToken, surfaceControl: android.view.SurfaceControl, looper: android.os.Looper, receiver: android.view.SurfaceControlInputReceiver): android.window.InputTransferToken;
				removeCrossWindowBlurEnabledListener(listener: any /* any*/): void;
				removeProposedRotationListener(listener: any /* any*/): void;
				removeScreenRecordingCallback(callback: any /* any*/): void;
				removeViewImmediate(param0: android.view.View): void;
				transferTouchGesture(transferFromToken: android.window.InputTransferToken, transferToToken: android.window.InputTransferToken): boolean;
				unregisterSurfaceControlInputReceiver(surfaceControl: android.view.SurfaceControl): void;
				unregisterTrustedPresentationListener(listener: any /* any*/): void;
				addView(param0: android.view.View, param1: android.view.ViewGroup.LayoutParams): void;
				removeView(param0: android.view.View): void;
				updateViewLayout(param0: android.view.View, param1: android.view.ViewGroup.LayoutParams): void;
			});
			public constructor();
			/** @since 35 */
			public static SCREEN_RECORDING_STATE_NOT_VISIBLE: 0;
			/** @since 35 */
			public static PROPERTY_COMPAT_ALLOW_SMALL_COVER_SCREEN: "android.window.PROPERTY_COMPAT_ALLOW_SMALL_COVER_SCREEN";
			/** @since 34 */
			public static PROPERTY_COMPAT_IGNORE_REQUESTED_ORIENTATION: "android.window.PROPERTY_COMPAT_IGNORE_REQUESTED_ORIENTATION";
			/** @since 34 */
			public static PROPERTY_ACTIVITY_EMBEDDING_ALLOW_SYSTEM_OVERRIDE: "android.window.PROPERTY_ACTIVITY_EMBEDDING_ALLOW_SYSTEM_OVERRIDE";
			/** @since 34 */
			public static PROPERTY_CAMERA_COMPAT_ALLOW_REFRESH: "android.window.PROPERTY_CAMERA_COMPAT_ALLOW_REFRESH";
			/** @since 34 */
			public static PROPERTY_CAMERA_COMPAT_ENABLE_REFRESH_VIA_PAUSE: "android.window.PROPERTY_CAMERA_COMPAT_ENABLE_REFRESH_VIA_PAUSE";
			/** @since 34 */
			public static PROPERTY_COMPAT_ALLOW_DISPLAY_ORIENTATION_OVERRIDE: "android.window.PROPERTY_COMPAT_ALLOW_DISPLAY_ORIENTATION_OVERRIDE";
			/** @since 35 */
			public static PROPERTY_SUPPORTS_MULTI_INSTANCE_SYSTEM_UI: "android.window.PROPERTY_SUPPORTS_MULTI_INSTANCE_SYSTEM_UI";
			/** @since 35 */
			public static PROPERTY_COMPAT_ALLOW_USER_ASPECT_RATIO_OVERRIDE: "android.window.PROPERTY_COMPAT_ALLOW_USER_ASPECT_RATIO_OVERRIDE";
			public static PROPERTY_CAMERA_COMPAT_ALLOW_SIMULATE_REQUESTED_ORIENTATION: "android.window.PROPERTY_CAMERA_COMPAT_ALLOW_SIMULATE_REQUESTED_ORIENTATION";
			/** @since 35 */
			public static PROPERTY_COMPAT_ALLOW_IGNORING_ORIENTATION_REQUEST_WHEN_LOOP_DETECTED: "android.window.PROPERTY_COMPAT_ALLOW_IGNORING_ORIENTATION_REQUEST_WHEN_LOOP_DETECTED";
			/** @since 35 */
			public static PROPERTY_COMPAT_ALLOW_MIN_ASPECT_RATIO_OVERRIDE: "android.window.PROPERTY_COMPAT_ALLOW_MIN_ASPECT_RATIO_OVERRIDE";
			/** @since 34 */
			public static PROPERTY_COMPAT_ALLOW_ORIENTATION_OVERRIDE: "android.window.PROPERTY_COMPAT_ALLOW_ORIENTATION_OVERRIDE";
			/** @since 35 */
			public static PROPERTY_COMPAT_ALLOW_RESIZEABLE_ACTIVITY_OVERRIDES: "android.window.PROPERTY_COMPAT_ALLOW_RESIZEABLE_ACTIVITY_OVERRIDES";
			/** @since 35 */
			public static COMPAT_SMALL_COVER_SCREEN_OPT_IN: 1;
			/** @since 34 */
			public static PROPERTY_ACTIVITY_EMBEDDING_SPLITS_ENABLED: "android.window.PROPERTY_ACTIVITY_EMBEDDING_SPLITS_ENABLED";
			public static PROPERTY_COMPAT_ALLOW_EXCLUDE_CAPTION_INSETS: "android.window.PROPERTY_COMPAT_ALLOW_EXCLUDE_CAPTION_INSETS";
			/** @since 34 */
			public static PROPERTY_COMPAT_ENABLE_FAKE_FOCUS: "android.window.PROPERTY_COMPAT_ENABLE_FAKE_FOCUS";
			/** @since 35 */
			public static PROPERTY_COMPAT_ALLOW_USER_ASPECT_RATIO_FULLSCREEN_OVERRIDE: "android.window.PROPERTY_COMPAT_ALLOW_USER_ASPECT_RATIO_FULLSCREEN_OVERRIDE";
			/** @since 34 */
			public static PROPERTY_CAMERA_COMPAT_ALLOW_FORCE_ROTATION: "android.window.PROPERTY_CAMERA_COMPAT_ALLOW_FORCE_ROTATION";
			/** @since 34 */
			public static PROPERTY_COMPAT_ALLOW_SANDBOXING_VIEW_BOUNDS_APIS: "android.window.PROPERTY_COMPAT_ALLOW_SANDBOXING_VIEW_BOUNDS_APIS";
			/** @since 35 */
			public static SCREEN_RECORDING_STATE_VISIBLE: 1;
			/** @since 31 */
			public addCrossWindowBlurEnabledListener(executor: java.util.concurrent.Executor, listener: any /* any*/): void;
			/** @since 31 */
			public addCrossWindowBlurEnabledListener(listener: any /* any*/): void;
			/** @since 34 */
			public addProposedRotationListener(executor: java.util.concurrent.Executor, listener: any /* any*/): void;
			/** @since 35 */
			public addScreenRecordingCallback(executor: java.util.concurrent.Executor, callback: any /* any*/): number;
			/** @since 30 */
			public getCurrentWindowMetrics(): android.view.WindowMetrics;
			/** @deprecated Deprecated in API 30 */
			public getDefaultDisplay(): android.view.Display;
			/** @since 30 */
			public getMaximumWindowMetrics(): android.view.WindowMetrics;
			/** @since 31 */
			public isCrossWindowBlurEnabled(): boolean;
			/** @since 35 */
			public registerBatchedSurfaceControlInputReceiver(hostInputTransferToken: android.window.InputTransferToken, surfaceControl: android.view.SurfaceControl, choreographer: android.view.Choreographer, receiver: android.view.SurfaceControlInputReceiver): android.window.InputTransferToken;
			/** @since 35 */
			public registerTrustedPresentationListener(window: android.os.IBinder, thresholds: android.window.TrustedPresentationThresholds, executor: java.util.concurrent.Executor, listener: any /* any*/): void;
			/** @since 35 */
			public registerUnbatchedSurfaceControlInputReceiver(hostInputTransferToken: android.window.InputTransferToken, surfaceControl: android.view.SurfaceControl, looper: android.os.Looper, receiver: android.view.SurfaceControlInputReceiver): android.window.InputTransferToken;
			/** @since 31 */
			public removeCrossWindowBlurEnabledListener(listener: any /* any*/): void;
			/** @since 34 */
			public removeProposedRotationListener(listener: any /* any*/): void;
			/** @since 35 */
			public removeScreenRecordingCallback(callback: any /* any*/): void;
			public removeViewImmediate(param0: android.view.View): void;
			/** @since 35 */
			public transferTouchGesture(transferFromToken: android.window.InputTransferToken, transferToToken: android.window.InputTransferToken): boolean;
			/** @since 35 */
			public unregisterSurfaceControlInputReceiver(surfaceControl: android.view.SurfaceControl): void;
			/** @since 35 */
			public unregisterTrustedPresentationListener(listener: any /* any*/): void;
			public addView(param0: android.view.View, param1: android.view.ViewGroup.LayoutParams): void;
			public removeView(param0: android.view.View): void;
			public updateViewLayout(param0: android.view.View, param1: android.view.ViewGroup.LayoutParams): void;
		}
		export module WindowManager {
			export class LayoutParams extends android.view.ViewGroup.LayoutParams implements android.os.Parcelable {
				public static class: java.lang.Class<android.view.WindowManager.LayoutParams>;
				public static ALPHA_CHANGED: 128;
				public static ANIMATION_CHANGED: 16;
				public static BRIGHTNESS_OVERRIDE_FULL: 1.0;
				public static BRIGHTNESS_OVERRIDE_NONE: -1.0;
				public static BRIGHTNESS_OVERRIDE_OFF: 0.0;
				public static CREATOR: android.os.Parcelable.Creator<android.view.WindowManager.LayoutParams>;
				public static DIM_AMOUNT_CHANGED: 32;
				/** @since 34 */
				public static DISPLAY_FLAG_DISABLE_HDR_CONVERSION: 1;
				public static FIRST_APPLICATION_WINDOW: 1;
				public static FIRST_SUB_WINDOW: 1000;
				public static FIRST_SYSTEM_WINDOW: 2000;
				public static FLAGS_CHANGED: 4;
				public static FLAG_ALLOW_LOCK_WHILE_SCREEN_ON: 1;
				public static FLAG_ALT_FOCUSABLE_IM: 131072;
				public static FLAG_BLUR_BEHIND: 4;
				public static FLAG_DIM_BEHIND: 2;
				/** @deprecated Deprecated in API 26 */
				public static FLAG_DISMISS_KEYGUARD: 4194304;
				/** @deprecated Deprecated in API 17 */
				public static FLAG_DITHER: 4096;
				public static FLAG_DRAWS_SYSTEM_BAR_BACKGROUNDS: -2147483648;
				/** @deprecated Deprecated in API 30 */
				public static FLAG_FORCE_NOT_FULLSCREEN: 2048;
				/** @deprecated Deprecated in API 30 */
				public static FLAG_FULLSCREEN: 1024;
				public static FLAG_HARDWARE_ACCELERATED: 16777216;
				public static FLAG_IGNORE_CHEEK_PRESSES: 32768;
				public static FLAG_KEEP_SCREEN_ON: 128;
				/** @since 22
				 *  @deprecated Deprecated in API 30 */
				public static FLAG_LAYOUT_ATTACHED_IN_DECOR: 1073741824;
				/** @deprecated Deprecated in API 30 */
				public static FLAG_LAYOUT_INSET_DECOR: 65536;
				/** @deprecated Deprecated in API 30 */
				public static FLAG_LAYOUT_IN_OVERSCAN: 33554432;
				public static FLAG_LAYOUT_IN_SCREEN: 256;
				public static FLAG_LAYOUT_NO_LIMITS: 512;
				public static FLAG_LOCAL_FOCUS_MODE: 268435456;
				public static FLAG_NOT_FOCUSABLE: 8;
				public static FLAG_NOT_TOUCHABLE: 16;
				public static FLAG_NOT_TOUCH_MODAL: 32;
				public static FLAG_SCALED: 16384;
				public static FLAG_SECURE: 8192;
				public static FLAG_SHOW_WALLPAPER: 1048576;
				/** @deprecated Deprecated in API 27 */
				public static FLAG_SHOW_WHEN_LOCKED: 524288;
				public static FLAG_SPLIT_TOUCH: 8388608;
				/** @deprecated Deprecated in API 20 */
				public static FLAG_TOUCHABLE_WHEN_WAKING: 64;
				/** @deprecated Deprecated in API 30 */
				public static FLAG_TRANSLUCENT_NAVIGATION: 134217728;
				/** @deprecated Deprecated in API 30 */
				public static FLAG_TRANSLUCENT_STATUS: 67108864;
				/** @deprecated Deprecated in API 27 */
				public static FLAG_TURN_SCREEN_ON: 2097152;
				public static FLAG_WATCH_OUTSIDE_TOUCH: 262144;
				public static FORMAT_CHANGED: 8;
				public static LAST_APPLICATION_WINDOW: 99;
				public static LAST_SUB_WINDOW: 1999;
				public static LAST_SYSTEM_WINDOW: 2999;
				public static LAYOUT_CHANGED: 1;
				/** @since 30 */
				public static LAYOUT_IN_DISPLAY_CUTOUT_MODE_ALWAYS: 3;
				/** @since 28 */
				public static LAYOUT_IN_DISPLAY_CUTOUT_MODE_DEFAULT: 0;
				/** @since 28 */
				public static LAYOUT_IN_DISPLAY_CUTOUT_MODE_NEVER: 2;
				/** @since 28 */
				public static LAYOUT_IN_DISPLAY_CUTOUT_MODE_SHORT_EDGES: 1;
				public static MEMORY_TYPE_CHANGED: 256;
				/** @deprecated Deprecated in API 15 */
				public static MEMORY_TYPE_GPU: 2;
				/** @deprecated Deprecated in API 15 */
				public static MEMORY_TYPE_HARDWARE: 1;
				/** @deprecated Deprecated in API 15 */
				public static MEMORY_TYPE_NORMAL: 0;
				/** @deprecated Deprecated in API 15 */
				public static MEMORY_TYPE_PUSH_BUFFERS: 3;
				public static ROTATION_ANIMATION_CHANGED: 4096;
				public static ROTATION_ANIMATION_CROSSFADE: 1;
				public static ROTATION_ANIMATION_JUMPCUT: 2;
				public static ROTATION_ANIMATION_ROTATE: 0;
				/** @since 26 */
				public static ROTATION_ANIMATION_SEAMLESS: 3;
				public static SCREEN_BRIGHTNESS_CHANGED: 2048;
				public static SCREEN_ORIENTATION_CHANGED: 1024;
				public static SOFT_INPUT_ADJUST_NOTHING: 48;
				public static SOFT_INPUT_ADJUST_PAN: 32;
				/** @deprecated Deprecated in API 30 */
				public static SOFT_INPUT_ADJUST_RESIZE: 16;
				public static SOFT_INPUT_ADJUST_UNSPECIFIED: 0;
				public static SOFT_INPUT_IS_FORWARD_NAVIGATION: 256;
				public static SOFT_INPUT_MASK_ADJUST: 240;
				public static SOFT_INPUT_MASK_STATE: 15;
				public static SOFT_INPUT_MODE_CHANGED: 512;
				public static SOFT_INPUT_STATE_ALWAYS_HIDDEN: 3;
				public static SOFT_INPUT_STATE_ALWAYS_VISIBLE: 5;
				public static SOFT_INPUT_STATE_HIDDEN: 2;
				public static SOFT_INPUT_STATE_UNCHANGED: 1;
				public static SOFT_INPUT_STATE_UNSPECIFIED: 0;
				public static SOFT_INPUT_STATE_VISIBLE: 4;
				public static TITLE_CHANGED: 64;
				/** @since 22 */
				public static TYPE_ACCESSIBILITY_OVERLAY: 2032;
				public static TYPE_APPLICATION: 2;
				public static TYPE_APPLICATION_ATTACHED_DIALOG: 1003;
				public static TYPE_APPLICATION_MEDIA: 1001;
				/** @since 26 */
				public static TYPE_APPLICATION_OVERLAY: 2038;
				public static TYPE_APPLICATION_PANEL: 1000;
				public static TYPE_APPLICATION_STARTING: 3;
				public static TYPE_APPLICATION_SUB_PANEL: 1002;
				public static TYPE_BASE_APPLICATION: 1;
				public static TYPE_CHANGED: 2;
				/** @since 25 */
				public static TYPE_DRAWN_APPLICATION: 4;
				public static TYPE_INPUT_METHOD: 2011;
				public static TYPE_INPUT_METHOD_DIALOG: 2012;
				public static TYPE_KEYGUARD_DIALOG: 2009;
				/** @deprecated Deprecated in API 26 */
				public static TYPE_PHONE: 2002;
				/** @deprecated Deprecated in API 26 */
				public static TYPE_PRIORITY_PHONE: 2007;
				public static TYPE_PRIVATE_PRESENTATION: 2030;
				public static TYPE_SEARCH_BAR: 2001;
				public static TYPE_STATUS_BAR: 2000;
				/** @deprecated Deprecated in API 26 */
				public static TYPE_SYSTEM_ALERT: 2003;
				public static TYPE_SYSTEM_DIALOG: 2008;
				/** @deprecated Deprecated in API 26 */
				public static TYPE_SYSTEM_ERROR: 2010;
				/** @deprecated Deprecated in API 26 */
				public static TYPE_SYSTEM_OVERLAY: 2006;
				/** @deprecated Deprecated in API 26 */
				public static TYPE_TOAST: 2005;
				public static TYPE_WALLPAPER: 2013;
				public alpha: number;
				public buttonBrightness: number;
				public dimAmount: number;
				public flags: number;
				public format: number;
				public gravity: number;
				public horizontalMargin: number;
				public horizontalWeight: number;
				/** @since 28 */
				public layoutInDisplayCutoutMode: number;
				/** @deprecated Deprecated in API 15 */
				public memoryType: number;
				public packageName: string;
				/** @since 30 */
				public preferMinimalPostProcessing: boolean;
				/** @since 23 */
				public preferredDisplayModeId: number;
				public preferredRefreshRate: number;
				public rotationAnimation: number;
				public screenBrightness: number;
				public screenOrientation: number;
				public softInputMode: number;
				/** @deprecated Deprecated in API 30 */
				public systemUiVisibility: number;
				public token: android.os.IBinder;
				public type: number;
				public verticalMargin: number;
				public verticalWeight: number;
				public windowAnimations: number;
				public x: number;
				public y: number;
				/** @deprecated Removed in API 31 (deprecated in API 30) */
				public static TYPE_STATUS_BAR_PANEL: 2014;
				public constructor(c: android.content.Context, attrs: android.util.AttributeSet);
				public constructor(source: android.view.ViewGroup.LayoutParams);
				public constructor(width: number, height: number);
				public constructor();
				public constructor(in_: android.os.Parcel);
				public constructor(_type: number);
				public constructor(_type: number, _flags: number);
				public constructor(_type: number, _flags: number, _format: number);
				public constructor(w: number, h: number, _type: number, _flags: number, _format: number);
				public constructor(w: number, h: number, xpos: number, ypos: number, _type: number, _flags: number, _format: number);
				/** @since 34 */
				public areWallpaperTouchEventsEnabled(): boolean;
				public canChangeGlobalTouchMode(): boolean;
				/** @since 34 */
				public canPlayMoveAnimation(): boolean;
				public copyFrom(o: android.view.WindowManager.LayoutParams): number;
				public debug(output: string): string;
				public describeContents(): number;
				/** @since 31 */
				public getBlurBehindRadius(): number;
				/** @since 26 */
				public getColorMode(): number;
				/** @since 35 */
				public getDesiredHdrHeadroom(): number;
				/** @since 30 */
				public getFitInsetsSides(): number;
				/** @since 30 */
				public getFitInsetsTypes(): number;
				/** @since 35 */
				public getFrameRateBoostOnTouchEnabled(): boolean;
				public getTitle(): string;
				public hasKeyboardCapture(): boolean;
				/** @since 30 */
				public isFitInsetsIgnoringVisibility(): boolean;
				/** @since 35 */
				public isFrameRatePowerSavingsBalanced(): boolean;
				/** @since 34 */
				public isHdrConversionEnabled(): boolean;
				public static mayUseInputMethod(flags: number): boolean;
				/** @since 31 */
				public setBlurBehindRadius(blurBehindRadius: number): void;
				public setCanChangeGlobalTouchMode(canChangeGlobalTouchMode: boolean): void;
				/** @since 34 */
				public setCanPlayMoveAnimation(enable: boolean): void;
				/** @since 26 */
				public setColorMode(colorMode: number): void;
				/** @since 35 */
				public setDesiredHdrHeadroom(desiredHeadroom: number): void;
				/** @since 30 */
				public setFitInsetsIgnoringVisibility(ignore: boolean): void;
				/** @since 30 */
				public setFitInsetsSides(sides: number): void;
				/** @since 30 */
				public setFitInsetsTypes(types: number): void;
				/** @since 35 */
				public setFrameRateBoostOnTouchEnabled(enabled: boolean): void;
				/** @since 35 */
				public setFrameRatePowerSavingsBalanced(enabled: boolean): void;
				/** @since 34 */
				public setHdrConversionEnabled(enabled: boolean): void;
				public setKeyboardCaptureEnabled(enabled: boolean): void;
				public setTitle(title: string): void;
				/** @since 34 */
				public setWallpaperTouchEventsEnabled(enable: boolean): void;
				public toString(): string;
				public writeToParcel(out: android.os.Parcel, parcelableFlags: number): void;
				public writeToParcel(param0: android.os.Parcel, param1: number): void;
			}
		}
		export module accessibility {
			export class AccessibilityEventSource extends java.lang.Object {
				public static class: java.lang.Class<android.view.accessibility.AccessibilityEventSource>;
				/**
				 * Constructs a new instance of the android.view.accessibility.AccessibilityEventSource interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
				 */
				public constructor(implementation: {
					sendAccessibilityEvent(param0: number): void;
					sendAccessibilityEventUnchecked(param0: android.view.accessibility.AccessibilityEvent): void;
				});
				public constructor();
				public sendAccessibilityEvent(param0: number): void;
				public sendAccessibilityEventUnchecked(param0: android.view.accessibility.AccessibilityEvent): void;
			}
		}
		export module inputmethod {
			export class EditorInfo extends java.lang.Object implements android.text.InputType, android.os.Parcelable {
				public static class: java.lang.Class<android.view.inputmethod.EditorInfo>;
				public static CREATOR: android.os.Parcelable.Creator<android.view.inputmethod.EditorInfo>;
				public static IME_ACTION_DONE: 6;
				public static IME_ACTION_GO: 2;
				public static IME_ACTION_NEXT: 5;
				public static IME_ACTION_NONE: 1;
				public static IME_ACTION_PREVIOUS: 7;
				public static IME_ACTION_SEARCH: 3;
				public static IME_ACTION_SEND: 4;
				public static IME_ACTION_UNSPECIFIED: 0;
				public static IME_FLAG_FORCE_ASCII: -2147483648;
				public static IME_FLAG_NAVIGATE_NEXT: 134217728;
				public static IME_FLAG_NAVIGATE_PREVIOUS: 67108864;
				public static IME_FLAG_NO_ACCESSORY_ACTION: 536870912;
				public static IME_FLAG_NO_ENTER_ACTION: 1073741824;
				public static IME_FLAG_NO_EXTRACT_UI: 268435456;
				public static IME_FLAG_NO_FULLSCREEN: 33554432;
				/** @since 26 */
				public static IME_FLAG_NO_PERSONALIZED_LEARNING: 16777216;
				public static IME_MASK_ACTION: 255;
				public static IME_NULL: 0;
				public actionId: number;
				public actionLabel: string;
				/** @since 25 */
				public contentMimeTypes: androidNative.Array<string>;
				public extras: android.os.Bundle;
				public fieldId: number;
				public fieldName: string;
				/** @since 24 */
				public hintLocales: any;
				public hintText: string;
				public imeOptions: number;
				public initialCapsMode: number;
				public initialSelEnd: number;
				public initialSelStart: number;
				public inputType: number;
				public label: string;
				public packageName: string;
				public privateImeOptions: string;
				public constructor();
				public describeContents(): number;
				public dump(pw: android.util.Printer, prefix: string): void;
				/** @since 36 */
				public getAutofillId(): android.view.autofill.AutofillId | null;
				/** @since 30 */
				public getInitialSelectedText(flags: number): string | null;
				/** @since 31 */
				public getInitialSurroundingText(beforeLength: number, afterLength: number, flags: number): android.view.inputmethod.SurroundingText | null;
				/** @since 30 */
				public getInitialTextAfterCursor(length: number, flags: number): string | null;
				/** @since 30 */
				public getInitialTextBeforeCursor(length: number, flags: number): string | null;
				/** @since 34 */
				public getInitialToolType(): number;
				/** @since 34 */
				public getSupportedHandwritingGesturePreviews(): java.util.Set<java.lang.Class<any>>;
				/** @since 34 */
				public getSupportedHandwritingGestures(): java.util.List<java.lang.Class<any>>;
				/** @since 35 */
				public isStylusHandwritingEnabled(): boolean;
				/** @since 36 */
				public isWritingToolsEnabled(): boolean;
				public makeCompatible(targetSdkVersion: number): void;
				/** @since 36 */
				public setAutofillId(autofillId: android.view.autofill.AutofillId | null): void;
				/** @since 30 */
				public setInitialSurroundingSubText(subText: string, subTextStart: number): void;
				/** @since 30 */
				public setInitialSurroundingText(sourceText: string): void;
				/** @since 34 */
				public setInitialToolType(toolType: number): void;
				/** @since 35 */
				public setStylusHandwritingEnabled(enabled: boolean): void;
				/** @since 34 */
				public setSupportedHandwritingGesturePreviews(gestures: java.util.Set<java.lang.Class<any>>): void;
				/** @since 34 */
				public setSupportedHandwritingGestures(gestures: java.util.List<java.lang.Class<any>>): void;
				/** @since 36 */
				public setWritingToolsEnabled(enabled: boolean): void;
				public writeToParcel(dest: android.os.Parcel, flags: number): void;
				public writeToParcel(param0: android.os.Parcel, param1: number): void;
			}
		}
	}
	export module webkit {
		export class MimeTypeMap extends java.lang.Object {
			public static class: java.lang.Class<android.webkit.MimeTypeMap>;
			public getExtensionFromMimeType(mimeType: string): string | null;
			public static getFileExtensionFromUrl(url: string): string;
			public getMimeTypeFromExtension(extension: string): string | null;
			public static getSingleton(): android.webkit.MimeTypeMap;
			public hasExtension(extension: string): boolean;
			public hasMimeType(mimeType: string): boolean;
		}
	}
	export module widget {
		export class Button extends android.widget.TextView {
			public static class: java.lang.Class<android.widget.Button>;
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet | null);
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet | null, defStyleAttr: number);
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet | null, defStyleAttr: number, defStyleRes: number);
			public constructor(context: android.content.Context);
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet);
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet, defStyleAttr: number);
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet, defStyleAttr: number, defStyleRes: number);
			/** @since 23 */
			public getAccessibilityClassName(): string;
			/** @since 24 */
			public onResolvePointerIcon(event: android.view.MotionEvent, pointerIndex: number): any;
			public onInitializeAccessibilityEvent(event: android.view.accessibility.AccessibilityEvent): void;
			public onInitializeAccessibilityNodeInfo(info: android.view.accessibility.AccessibilityNodeInfo): void;
			public onKeyDown(param0: number, param1: android.view.KeyEvent): boolean;
			public onKeyLongPress(param0: number, param1: android.view.KeyEvent): boolean;
			public onKeyMultiple(param0: number, param1: number, param2: android.view.KeyEvent): boolean;
			public onKeyUp(param0: number, param1: android.view.KeyEvent): boolean;
			public invalidateDrawable(param0: android.graphics.drawable.Drawable): void;
			public scheduleDrawable(param0: android.graphics.drawable.Drawable, param1: java.lang.Runnable, param2: number): void;
			public unscheduleDrawable(who: android.graphics.drawable.Drawable): void;
			public unscheduleDrawable(param0: android.graphics.drawable.Drawable, param1: java.lang.Runnable): void;
			public onPreDraw(): boolean;
			public sendAccessibilityEvent(param0: number): void;
			public sendAccessibilityEventUnchecked(param0: android.view.accessibility.AccessibilityEvent): void;
		}
		export class EditText extends android.widget.TextView {
			public static class: java.lang.Class<android.widget.EditText>;
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet | null);
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet | null, defStyleAttr: number);
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet | null, defStyleAttr: number, defStyleRes: number);
			public constructor(context: android.content.Context);
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet);
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet, defStyleAttr: number);
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet, defStyleAttr: number, defStyleRes: number);
			public extendSelection(index: number): void;
			/** @since 23 */
			public getAccessibilityClassName(): string;
			public getDefaultEditable(): boolean;
			public getDefaultMovementMethod(): android.text.method.MovementMethod;
			public getFreezesText(): boolean;
			public getText(): string;
			public getText(): android.text.Editable;
			/** @since 34 */
			public isStyleShortcutEnabled(): boolean;
			public onKeyShortcut(keyCode: number, event: android.view.KeyEvent): boolean;
			public onTextContextMenuItem(id: number): boolean;
			public selectAll(): void;
			public setEllipsize(ellipsis: android.text.TextUtils.TruncateAt): void;
			public setSelection(index: number): void;
			public setSelection(start: number, stop: number): void;
			/** @since 34 */
			public setStyleShortcutsEnabled(enabled: boolean): void;
			public setText(text: androidNative.Array<string>, start: number, len: number): void;
			public setText(resid: number): void;
			public setText(resid: number, type: android.widget.TextView.BufferType): void;
			public setText(text: string): void;
			public setText(text: string, type: android.widget.TextView.BufferType): void;
			public onSizeChanged(w: number, h: number, oldw: number, oldh: number): void;
			public onInitializeAccessibilityEvent(event: android.view.accessibility.AccessibilityEvent): void;
			public onInitializeAccessibilityNodeInfo(info: android.view.accessibility.AccessibilityNodeInfo): void;
			public performAccessibilityAction(action: number, arguments_: android.os.Bundle): boolean;
			public onKeyDown(param0: number, param1: android.view.KeyEvent): boolean;
			public onKeyLongPress(param0: number, param1: android.view.KeyEvent): boolean;
			public onKeyMultiple(param0: number, param1: number, param2: android.view.KeyEvent): boolean;
			public onKeyUp(param0: number, param1: android.view.KeyEvent): boolean;
			public invalidateDrawable(param0: android.graphics.drawable.Drawable): void;
			public scheduleDrawable(param0: android.graphics.drawable.Drawable, param1: java.lang.Runnable, param2: number): void;
			public unscheduleDrawable(who: android.graphics.drawable.Drawable): void;
			public unscheduleDrawable(param0: android.graphics.drawable.Drawable, param1: java.lang.Runnable): void;
			public onPreDraw(): boolean;
			public sendAccessibilityEvent(param0: number): void;
			public sendAccessibilityEventUnchecked(param0: android.view.accessibility.AccessibilityEvent): void;
		}
		export class FrameLayout extends android.view.ViewGroup {
			public static class: java.lang.Class<android.widget.FrameLayout>;
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet);
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet, defStyleAttr: number);
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet, defStyleAttr: number, defStyleRes: number);
			public constructor(context: android.content.Context);
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet | null);
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet | null, defStyleAttr: number);
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet | null, defStyleAttr: number, defStyleRes: number);
			public checkLayoutParams(p: android.view.ViewGroup.LayoutParams): boolean;
			public generateDefaultLayoutParams(): android.view.ViewGroup.LayoutParams;
			public generateDefaultLayoutParams(): android.widget.FrameLayout.LayoutParams;
			public generateLayoutParams(attrs: android.util.AttributeSet): android.view.ViewGroup.LayoutParams;
			public generateLayoutParams(p: android.view.ViewGroup.LayoutParams): android.view.ViewGroup.LayoutParams;
			public generateLayoutParams(attrs: android.util.AttributeSet): android.widget.FrameLayout.LayoutParams;
			public generateLayoutParams(lp: android.view.ViewGroup.LayoutParams): android.view.ViewGroup.LayoutParams;
			/** @since 23 */
			public getAccessibilityClassName(): string;
			/** @deprecated Deprecated in API 15 */
			public getConsiderGoneChildrenWhenMeasuring(): boolean;
			public getMeasureAllChildren(): boolean;
			public onLayout(changed: boolean, left: number, top: number, right: number, bottom: number): void;
			public onMeasure(widthMeasureSpec: number, heightMeasureSpec: number): void;
			public setForegroundGravity(foregroundGravity: number): void;
			public setMeasureAllChildren(measureAll: boolean): void;
			public shouldDelayChildPressedState(): boolean;
			/** @deprecated Removed in API 23 */
			public getForegroundGravity(): number;
			public setVisibility(visibility: number): void;
			public verifyDrawable(who: android.graphics.drawable.Drawable): boolean;
			public jumpDrawablesToCurrentState(): void;
			public drawableStateChanged(): void;
			public drawableHotspotChanged(x: number, y: number): void;
			/** @deprecated Removed in API 23 */
			public setForeground(d: android.graphics.drawable.Drawable): void;
			/** @deprecated Removed in API 23 */
			public getForeground(): android.graphics.drawable.Drawable;
			/** @deprecated Removed in API 23 */
			public setForegroundTintList(tint: android.content.res.ColorStateList): void;
			/** @deprecated Removed in API 23 */
			public getForegroundTintList(): android.content.res.ColorStateList;
			/** @deprecated Removed in API 23 */
			public setForegroundTintMode(tintMode: android.graphics.PorterDuff.Mode): void;
			/** @deprecated Removed in API 23 */
			public getForegroundTintMode(): android.graphics.PorterDuff.Mode;
			public onSizeChanged(w: number, h: number, oldw: number, oldh: number): void;
			public draw(canvas: android.graphics.Canvas): void;
			public gatherTransparentRegion(region: android.graphics.Region): boolean;
			public onInitializeAccessibilityEvent(event: android.view.accessibility.AccessibilityEvent): void;
			public onInitializeAccessibilityNodeInfo(info: android.view.accessibility.AccessibilityNodeInfo): void;
			public bringChildToFront(param0: android.view.View): void;
			public canResolveLayoutDirection(): boolean;
			public canResolveTextAlignment(): boolean;
			public canResolveTextDirection(): boolean;
			public childDrawableStateChanged(param0: android.view.View): void;
			public childHasTransientStateChanged(param0: android.view.View, param1: boolean): void;
			public clearChildFocus(param0: android.view.View): void;
			public createContextMenu(param0: android.view.ContextMenu): void;
			/** @since 33 */
			public findOnBackInvokedDispatcherForChild(child: android.view.View, requester: android.view.View): android.window.OnBackInvokedDispatcher | null;
			public focusSearch(direction: number): android.view.View;
			public focusSearch(param0: android.view.View, param1: number): android.view.View;
			public focusableViewAvailable(param0: android.view.View): void;
			public getChildVisibleRect(param0: android.view.View, param1: android.graphics.Rect, param2: android.graphics.Point): boolean;
			public getLayoutDirection(): number;
			public getParent(): android.view.ViewParent;
			public getParentForAccessibility(): android.view.ViewParent;
			public getTextAlignment(): number;
			public getTextDirection(): number;
			/** @deprecated Deprecated in API 26 */
			public invalidateChild(param0: android.view.View, param1: android.graphics.Rect): void;
			/** @deprecated Deprecated in API 26 */
			public invalidateChildInParent(param0: androidNative.Array<number>, param1: android.graphics.Rect): android.view.ViewParent;
			public isLayoutDirectionResolved(): boolean;
			public isLayoutRequested(): boolean;
			public isTextAlignmentResolved(): boolean;
			public isTextDirectionResolved(): boolean;
			/** @since 26 */
			public keyboardNavigationClusterSearch(param0: android.view.View, param1: number): android.view.View;
			public notifySubtreeAccessibilityStateChanged(param0: android.view.View, param1: android.view.View, param2: number): void;
			/** @since 26 */
			public onDescendantInvalidated(child: android.view.View, target: android.view.View): void;
			public onNestedFling(param0: android.view.View, param1: number, param2: number, param3: boolean): boolean;
			public onNestedPreFling(param0: android.view.View, param1: number, param2: number): boolean;
			/** @since 22 */
			public onNestedPrePerformAccessibilityAction(param0: android.view.View, param1: number, param2: android.os.Bundle | null): boolean;
			public onNestedPreScroll(param0: android.view.View, param1: number, param2: number, param3: androidNative.Array<number>): void;
			public onNestedScroll(param0: android.view.View, param1: number, param2: number, param3: number, param4: number): void;
			public onNestedScrollAccepted(param0: android.view.View, param1: android.view.View, param2: number): void;
			public onStartNestedScroll(param0: android.view.View, param1: android.view.View, param2: number): boolean;
			public onStopNestedScroll(param0: android.view.View): void;
			public recomputeViewAttributes(param0: android.view.View): void;
			public requestChildFocus(param0: android.view.View, param1: android.view.View): void;
			public requestChildRectangleOnScreen(param0: android.view.View, param1: android.graphics.Rect, param2: boolean): boolean;
			public requestChildRectangleOnScreen(child: android.view.View, rectangle: android.graphics.Rect, immediate: boolean, source: number): boolean;
			public requestDisallowInterceptTouchEvent(param0: boolean): void;
			/** @deprecated Deprecated in API 20 */
			public requestFitSystemWindows(): void;
			public requestLayout(): void;
			public requestSendAccessibilityEvent(param0: android.view.View, param1: android.view.accessibility.AccessibilityEvent): boolean;
			public requestTransparentRegion(param0: android.view.View): void;
			/** @since 24 */
			public showContextMenuForChild(originalView: android.view.View, x: number, y: number): boolean;
			public showContextMenuForChild(param0: android.view.View): boolean;
			/** @since 24 */
			public showContextMenuForChild(param0: android.view.View, param1: number, param2: number): boolean;
			/** @since 23 */
			public startActionModeForChild(originalView: android.view.View, callback: android.view.ActionMode.Callback, type: number): android.view.ActionMode;
			public startActionModeForChild(param0: android.view.View, param1: android.view.ActionMode.Callback): android.view.ActionMode;
			/** @since 23 */
			public startActionModeForChild(param0: android.view.View, param1: android.view.ActionMode.Callback, param2: number): android.view.ActionMode;
			public onKeyDown(param0: number, param1: android.view.KeyEvent): boolean;
			public onKeyLongPress(param0: number, param1: android.view.KeyEvent): boolean;
			public onKeyMultiple(param0: number, param1: number, param2: android.view.KeyEvent): boolean;
			public onKeyUp(param0: number, param1: android.view.KeyEvent): boolean;
			public invalidateDrawable(param0: android.graphics.drawable.Drawable): void;
			public scheduleDrawable(param0: android.graphics.drawable.Drawable, param1: java.lang.Runnable, param2: number): void;
			public unscheduleDrawable(who: android.graphics.drawable.Drawable): void;
			public unscheduleDrawable(param0: android.graphics.drawable.Drawable, param1: java.lang.Runnable): void;
			public addView(child: android.view.View): void;
			public addView(child: android.view.View, index: number): void;
			public addView(child: android.view.View, index: number, params: android.view.ViewGroup.LayoutParams): void;
			public addView(child: android.view.View, width: number, height: number): void;
			public addView(param0: android.view.View, param1: android.view.ViewGroup.LayoutParams): void;
			public removeView(param0: android.view.View): void;
			public updateViewLayout(param0: android.view.View, param1: android.view.ViewGroup.LayoutParams): void;
			public sendAccessibilityEvent(param0: number): void;
			public sendAccessibilityEventUnchecked(param0: android.view.accessibility.AccessibilityEvent): void;
		}
		export module FrameLayout {
			export class LayoutParams extends android.view.ViewGroup.MarginLayoutParams {
				public static class: java.lang.Class<android.widget.FrameLayout.LayoutParams>;
				/** @since 24 */
				public static UNSPECIFIED_GRAVITY: -1;
				public gravity: number;
				public constructor(source: android.view.ViewGroup.LayoutParams);
				public constructor(source: android.view.ViewGroup.MarginLayoutParams);
				public constructor(width: number, height: number);
				public constructor(c: android.content.Context, attrs: android.util.AttributeSet | null);
				public constructor(source: android.widget.FrameLayout.LayoutParams);
				public constructor(width: number, height: number, gravity: number);
			}
		}
		export class TextView extends android.view.View implements android.view.ViewTreeObserver.OnPreDrawListener {
			public static class: java.lang.Class<android.widget.TextView>;
			/** @since 26 */
			public static AUTO_SIZE_TEXT_TYPE_NONE: 0;
			/** @since 26 */
			public static AUTO_SIZE_TEXT_TYPE_UNIFORM: 1;
			/** @since 34 */
			public static FOCUSED_SEARCH_RESULT_INDEX_NONE: -1;
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet | null);
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet | null, defStyleAttr: number);
			public constructor(context: android.content.Context, attrs: android.util.AttributeSet | null, defStyleAttr: number, defStyleRes: number);
			public constructor(context: android.content.Context);
			/** @since 26 */
			public addExtraDataToAccessibilityNodeInfo(info: android.view.accessibility.AccessibilityNodeInfo, extraDataKey: string, arguments_: android.os.Bundle): void;
			public addTextChangedListener(watcher: android.text.TextWatcher): void;
			public append(text: string): void;
			public append(text: string, start: number, end: number): void;
			/** @since 26 */
			public autofill(values: android.util.SparseArray<android.view.autofill.AutofillValue>): void;
			/** @since 26 */
			public autofill(value: android.view.autofill.AutofillValue): void;
			public beginBatchEdit(): void;
			public bringPointIntoView(offset: number): boolean;
			/** @since 34 */
			public bringPointIntoView(offset: number, requestRectWithoutFocus: boolean): boolean;
			public cancelLongPress(): void;
			public clearComposingText(): void;
			public computeHorizontalScrollRange(): number;
			public computeScroll(): void;
			public computeVerticalScrollExtent(): number;
			public computeVerticalScrollRange(): number;
			public debug(depth: number): void;
			public didTouchFocusSelect(): boolean;
			public drawableHotspotChanged(x: number, y: number): void;
			public drawableStateChanged(): void;
			public endBatchEdit(): void;
			public extractText(request: android.view.inputmethod.ExtractedTextRequest, outText: android.view.inputmethod.ExtractedText): boolean;
			public findViewsWithText(outViews: java.util.ArrayList<android.view.View>, searched: string, flags: number): void;
			/** @since 23 */
			public getAccessibilityClassName(): string;
			public getAutoLinkMask(): number;
			/** @since 26 */
			public getAutoSizeMaxTextSize(): number;
			/** @since 26 */
			public getAutoSizeMinTextSize(): number;
			/** @since 26 */
			public getAutoSizeStepGranularity(): number;
			/** @since 26 */
			public getAutoSizeTextAvailableSizes(): androidNative.Array<number>;
			/** @since 26 */
			public getAutoSizeTextType(): number;
			/** @since 26 */
			public getAutofillHints(): androidNative.Array<string>;
			/** @since 26 */
			public getAutofillType(): number;
			/** @since 26 */
			public getAutofillValue(): android.view.autofill.AutofillValue | null;
			public getBaseline(): number;
			public getBottomPaddingOffset(): number;
			/** @since 23 */
			public getBreakStrategy(): number;
			public getCompoundDrawablePadding(): number;
			/** @since 29 */
			public getCompoundDrawableTintBlendMode(): android.graphics.BlendMode | null;
			/** @since 23 */
			public getCompoundDrawableTintList(): android.content.res.ColorStateList;
			/** @since 23 */
			public getCompoundDrawableTintMode(): android.graphics.PorterDuff.Mode;
			public getCompoundDrawables(): androidNative.Array<android.graphics.drawable.Drawable>;
			public getCompoundDrawablesRelative(): androidNative.Array<android.graphics.drawable.Drawable>;
			public getCompoundPaddingBottom(): number;
			public getCompoundPaddingEnd(): number;
			public getCompoundPaddingLeft(): number;
			public getCompoundPaddingRight(): number;
			public getCompoundPaddingStart(): number;
			public getCompoundPaddingTop(): number;
			public getCurrentHintTextColor(): number;
			public getCurrentTextColor(): number;
			/** @since 23 */
			public getCustomInsertionActionModeCallback(): android.view.ActionMode.Callback;
			public getCustomSelectionActionModeCallback(): android.view.ActionMode.Callback;
			public getDefaultEditable(): boolean;
			public getDefaultMovementMethod(): android.text.method.MovementMethod;
			public getEditableText(): android.text.Editable;
			public getEllipsize(): android.text.TextUtils.TruncateAt;
			public getError(): string;
			public getExtendedPaddingBottom(): number;
			public getExtendedPaddingTop(): number;
			public getFilters(): androidNative.Array<android.text.InputFilter>;
			/** @since 28 */
			public getFirstBaselineToTopHeight(): number;
			public getFocusedRect(r: android.graphics.Rect): void;
			/** @since 34 */
			public getFocusedSearchResultHighlightColor(): number;
			/** @since 34 */
			public getFocusedSearchResultIndex(): number;
			public getFontFeatureSettings(): string | null;
			/** @since 26 */
			public getFontVariationSettings(): string | null;
			public getFreezesText(): boolean;
			public getGravity(): number;
			public getHighlightColor(): number;
			/** @since 34 */
			public getHighlights(): android.text.Highlights | null;
			public getHint(): string;
			public getHintTextColors(): android.content.res.ColorStateList;
			/** @since 23 */
			public getHyphenationFrequency(): number;
			public getImeActionId(): number;
			public getImeActionLabel(): string;
			/** @since 24 */
			public getImeHintLocales(): any;
			public getImeOptions(): number;
			public getIncludeFontPadding(): boolean;
			public getInputExtras(create: boolean): android.os.Bundle;
			public getInputType(): number;
			/** @since 26 */
			public getJustificationMode(): number;
			public getKeyListener(): android.text.method.KeyListener;
			/** @since 28 */
			public getLastBaselineToBottomHeight(): number;
			public getLayout(): android.text.Layout;
			public getLeftFadingEdgeStrength(): number;
			public getLeftPaddingOffset(): number;
			public getLetterSpacing(): number;
			public getLineBounds(line: number, bounds: android.graphics.Rect): number;
			/** @since 33 */
			public getLineBreakStyle(): number;
			/** @since 33 */
			public getLineBreakWordStyle(): number;
			public getLineCount(): number;
			public getLineHeight(): number;
			public getLineSpacingExtra(): number;
			public getLineSpacingMultiplier(): number;
			public getLinkTextColors(): android.content.res.ColorStateList;
			public getLinksClickable(): boolean;
			public getMarqueeRepeatLimit(): number;
			public getMaxEms(): number;
			public getMaxHeight(): number;
			public getMaxLines(): number;
			public getMaxWidth(): number;
			public getMinEms(): number;
			public getMinHeight(): number;
			public getMinLines(): number;
			public getMinWidth(): number;
			/** @since 35 */
			public getMinimumFontMetrics(): android.graphics.Paint.FontMetrics | null;
			public getMovementMethod(): android.text.method.MovementMethod;
			public getOffsetForPosition(x: number, y: number): number;
			public getPaint(): android.text.TextPaint;
			public getPaintFlags(): number;
			public getPrivateImeOptions(): string;
			public getRightFadingEdgeStrength(): number;
			public getRightPaddingOffset(): number;
			/** @since 34 */
			public getSearchResultHighlightColor(): number;
			/** @since 34 */
			public getSearchResultHighlights(): androidNative.Array<number> | null;
			public getSelectionEnd(): number;
			public getSelectionStart(): number;
			public getShadowColor(): number;
			public getShadowDx(): number;
			public getShadowDy(): number;
			public getShadowRadius(): number;
			/** @since 35 */
			public getShiftDrawingOffsetForStartOverhang(): boolean;
			public getShowSoftInputOnFocus(): boolean;
			public getText(): string;
			/** @since 26 */
			public getTextClassifier(): any;
			public getTextColors(): android.content.res.ColorStateList;
			/** @since 29 */
			public getTextCursorDrawable(): android.graphics.drawable.Drawable | null;
			/** @since 29 */
			public getTextDirectionHeuristic(): any;
			public getTextLocale(): java.util.Locale;
			/** @since 24 */
			public getTextLocales(): any;
			/** @since 28 */
			public getTextMetricsParams(): any;
			public getTextScaleX(): number;
			/** @since 29 */
			public getTextSelectHandle(): android.graphics.drawable.Drawable | null;
			/** @since 29 */
			public getTextSelectHandleLeft(): android.graphics.drawable.Drawable | null;
			/** @since 29 */
			public getTextSelectHandleRight(): android.graphics.drawable.Drawable | null;
			public getTextSize(): number;
			/** @since 30 */
			public getTextSizeUnit(): number;
			public getTopPaddingOffset(): number;
			public getTotalPaddingBottom(): number;
			public getTotalPaddingEnd(): number;
			public getTotalPaddingLeft(): number;
			public getTotalPaddingRight(): number;
			public getTotalPaddingStart(): number;
			public getTotalPaddingTop(): number;
			public getTransformationMethod(): android.text.method.TransformationMethod;
			public getTypeface(): android.graphics.Typeface;
			public getUrls(): androidNative.Array<android.text.style.URLSpan>;
			/** @since 35 */
			public getUseBoundsForWidth(): boolean;
			public hasOverlappingRendering(): boolean;
			public hasSelection(): boolean;
			public invalidateDrawable(drawable: android.graphics.drawable.Drawable): void;
			/** @since 28 */
			public isAllCaps(): boolean;
			/** @since 33 */
			public isAutoHandwritingEnabled(): boolean;
			public isCursorVisible(): boolean;
			/** @since 28 */
			public isElegantTextHeight(): boolean;
			/** @since 28 */
			public isFallbackLineSpacing(): boolean;
			/** @since 29 */
			public isHorizontallyScrollable(): boolean;
			public isInputMethodTarget(): boolean;
			/** @since 35 */
			public isLocalePreferredLineHeightForMinimumUsed(): boolean;
			public isPaddingOffsetRequired(): boolean;
			/** @since 29 */
			public isSingleLine(): boolean;
			public isSuggestionsEnabled(): boolean;
			public isTextSelectable(): boolean;
			public jumpDrawablesToCurrentState(): void;
			public length(): number;
			public moveCursorToVisibleOffset(): boolean;
			public onAttachedToWindow(): void;
			public onBeginBatchEdit(): void;
			public onCheckIsTextEditor(): boolean;
			public onCommitCompletion(text: android.view.inputmethod.CompletionInfo): void;
			public onCommitCorrection(info: android.view.inputmethod.CorrectionInfo): void;
			public onConfigurationChanged(newConfig: android.content.res.Configuration): void;
			public onCreateContextMenu(menu: android.view.ContextMenu): void;
			public onCreateDrawableState(extraSpace: number): androidNative.Array<number>;
			public onCreateInputConnection(outAttrs: android.view.inputmethod.EditorInfo): android.view.inputmethod.InputConnection;
			/** @since 31 */
			public onCreateViewTranslationRequest(supportedFormats: androidNative.Array<number>, requestsCollector: any /* any*/): void;
			public onDragEvent(event: android.view.DragEvent): boolean;
			public onDraw(canvas: android.graphics.Canvas): void;
			public onEditorAction(actionCode: number): void;
			public onEndBatchEdit(): void;
			public onFocusChanged(focused: boolean, direction: number, previouslyFocusedRect: android.graphics.Rect): void;
			public onGenericMotionEvent(event: android.view.MotionEvent): boolean;
			public onKeyDown(keyCode: number, event: android.view.KeyEvent): boolean;
			public onKeyMultiple(keyCode: number, repeatCount: number, event: android.view.KeyEvent): boolean;
			public onKeyPreIme(keyCode: number, event: android.view.KeyEvent): boolean;
			public onKeyShortcut(keyCode: number, event: android.view.KeyEvent): boolean;
			public onKeyUp(keyCode: number, event: android.view.KeyEvent): boolean;
			public onLayout(changed: boolean, left: number, top: number, right: number, bottom: number): void;
			public onMeasure(widthMeasureSpec: number, heightMeasureSpec: number): void;
			public onPreDraw(): boolean;
			public onPrivateIMECommand(action: string, data: android.os.Bundle): boolean;
			/** @since 31 */
			public onReceiveContent(payload: android.view.ContentInfo): android.view.ContentInfo | null;
			/** @since 24 */
			public onResolvePointerIcon(event: android.view.MotionEvent, pointerIndex: number): any;
			public onRestoreInstanceState(state: android.os.Parcelable): void;
			public onRtlPropertiesChanged(layoutDirection: number): void;
			public onSaveInstanceState(): android.os.Parcelable;
			public onScreenStateChanged(screenState: number): void;
			public onScrollChanged(horiz: number, vert: number, oldHoriz: number, oldVert: number): void;
			public onSelectionChanged(selStart: number, selEnd: number): void;
			public onTextChanged(text: string, start: number, lengthBefore: number, lengthAfter: number): void;
			public onTextContextMenuItem(id: number): boolean;
			public onTouchEvent(event: android.view.MotionEvent): boolean;
			public onTrackballEvent(event: android.view.MotionEvent): boolean;
			/** @since 24 */
			public onVisibilityAggregated(isVisible: boolean): void;
			public onVisibilityChanged(changedView: android.view.View, visibility: number): void;
			public onWindowFocusChanged(hasWindowFocus: boolean): void;
			/** @since 24 */
			public performLongClick(x: number, y: number): boolean;
			public performLongClick(): boolean;
			public removeTextChangedListener(watcher: android.text.TextWatcher): void;
			public sendAccessibilityEventUnchecked(event: android.view.accessibility.AccessibilityEvent): void;
			public setAllCaps(allCaps: boolean): void;
			public setAutoLinkMask(mask: number): void;
			/** @since 26 */
			public setAutoSizeTextTypeUniformWithConfiguration(autoSizeMinTextSize: number, autoSizeMaxTextSize: number, autoSizeStepGranularity: number, unit: number): void;
			/** @since 26 */
			public setAutoSizeTextTypeUniformWithPresetSizes(presetSizes: androidNative.Array<number>, unit: number): void;
			/** @since 26 */
			public setAutoSizeTextTypeWithDefaults(autoSizeTextType: number): void;
			/** @since 23 */
			public setBreakStrategy(breakStrategy: number): void;
			public setCompoundDrawablePadding(pad: number): void;
			/** @since 29 */
			public setCompoundDrawableTintBlendMode(blendMode: android.graphics.BlendMode | null): void;
			/** @since 23 */
			public setCompoundDrawableTintList(tint: android.content.res.ColorStateList | null): void;
			/** @since 23 */
			public setCompoundDrawableTintMode(tintMode: android.graphics.PorterDuff.Mode | null): void;
			public setCompoundDrawables(left: android.graphics.drawable.Drawable | null, top: android.graphics.drawable.Drawable | null, right: android.graphics.drawable.Drawable | null, bottom: android.graphics.drawable.Drawable | null): void;
			public setCompoundDrawablesRelative(start: android.graphics.drawable.Drawable | null, top: android.graphics.drawable.Drawable | null, end: android.graphics.drawable.Drawable | null, bottom: android.graphics.drawable.Drawable | null): void;
			public setCompoundDrawablesRelativeWithIntrinsicBounds(start: android.graphics.drawable.Drawable | null, top: android.graphics.drawable.Drawable | null, end: android.graphics.drawable.Drawable | null, bottom: android.graphics.drawable.Drawable | null): void;
			public setCompoundDrawablesRelativeWithIntrinsicBounds(start: number, top: number, end: number, bottom: number): void;
			public setCompoundDrawablesWithIntrinsicBounds(left: android.graphics.drawable.Drawable | null, top: android.graphics.drawable.Drawable | null, right: android.graphics.drawable.Drawable | null, bottom: android.graphics.drawable.Drawable | null): void;
			public setCompoundDrawablesWithIntrinsicBounds(left: number, top: number, right: number, bottom: number): void;
			public setCursorVisible(visible: boolean): void;
			/** @since 23 */
			public setCustomInsertionActionModeCallback(actionModeCallback: android.view.ActionMode.Callback): void;
			public setCustomSelectionActionModeCallback(actionModeCallback: android.view.ActionMode.Callback): void;
			public setEditableFactory(factory: android.text.Editable.Factory): void;
			public setElegantTextHeight(elegant: boolean): void;
			public setEllipsize(where: android.text.TextUtils.TruncateAt): void;
			public setEms(ems: number): void;
			public setEnabled(enabled: boolean): void;
			public setError(error: string): void;
			public setError(error: string, icon: android.graphics.drawable.Drawable): void;
			public setExtractedText(text: android.view.inputmethod.ExtractedText): void;
			/** @since 28 */
			public setFallbackLineSpacing(enabled: boolean): void;
			public setFilters(filters: androidNative.Array<android.text.InputFilter>): void;
			/** @since 28 */
			public setFirstBaselineToTopHeight(firstBaselineToTopHeight: number): void;
			/** @since 34 */
			public setFocusedSearchResultHighlightColor(color: number): void;
			/** @since 34 */
			public setFocusedSearchResultIndex(index: number): void;
			public setFontFeatureSettings(fontFeatureSettings: string | null): void;
			/** @since 26 */
			public setFontVariationSettings(fontVariationSettings: string | null): boolean;
			public setFrame(l: number, t: number, r: number, b: number): boolean;
			public setFreezesText(freezesText: boolean): void;
			public setGravity(gravity: number): void;
			public setHeight(pixels: number): void;
			public setHighlightColor(color: number): void;
			/** @since 34 */
			public setHighlights(highlights: android.text.Highlights | null): void;
			public setHint(resid: number): void;
			public setHint(hint: string): void;
			public setHintTextColor(colors: android.content.res.ColorStateList): void;
			public setHintTextColor(color: number): void;
			public setHorizontallyScrolling(whether: boolean): void;
			/** @since 23 */
			public setHyphenationFrequency(hyphenationFrequency: number): void;
			public setImeActionLabel(label: string, actionId: number): void;
			/** @since 24 */
			public setImeHintLocales(hintLocales: any): void;
			public setImeOptions(imeOptions: number): void;
			public setIncludeFontPadding(includepad: boolean): void;
			public setInputExtras(xmlResId: number): void;
			public setInputType(type: number): void;
			/** @since 26 */
			public setJustificationMode(justificationMode: number): void;
			public setKeyListener(input: android.text.method.KeyListener): void;
			/** @since 28 */
			public setLastBaselineToBottomHeight(lastBaselineToBottomHeight: number): void;
			public setLetterSpacing(letterSpacing: number): void;
			/** @since 33 */
			public setLineBreakStyle(lineBreakStyle: number): void;
			/** @since 33 */
			public setLineBreakWordStyle(lineBreakWordStyle: number): void;
			/** @since 28 */
			public setLineHeight(lineHeight: number): void;
			/** @since 34 */
			public setLineHeight(unit: number, lineHeight: number): void;
			public setLineSpacing(add: number, mult: number): void;
			public setLines(lines: number): void;
			public setLinkTextColor(colors: android.content.res.ColorStateList): void;
			public setLinkTextColor(color: number): void;
			public setLinksClickable(whether: boolean): void;
			/** @since 35 */
			public setLocalePreferredLineHeightForMinimumUsed(flag: boolean): void;
			public setMarqueeRepeatLimit(marqueeLimit: number): void;
			public setMaxEms(maxEms: number): void;
			public setMaxHeight(maxPixels: number): void;
			public setMaxLines(maxLines: number): void;
			public setMaxWidth(maxPixels: number): void;
			public setMinEms(minEms: number): void;
			public setMinHeight(minPixels: number): void;
			public setMinLines(minLines: number): void;
			public setMinWidth(minPixels: number): void;
			/** @since 35 */
			public setMinimumFontMetrics(minimumFontMetrics: android.graphics.Paint.FontMetrics | null): void;
			public setMovementMethod(movement: android.text.method.MovementMethod): void;
			public setOnEditorActionListener(l: android.widget.TextView.OnEditorActionListener): void;
			public setPadding(left: number, top: number, right: number, bottom: number): void;
			public setPaddingRelative(start: number, top: number, end: number, bottom: number): void;
			public setPaintFlags(flags: number): void;
			public setPrivateImeOptions(type: string): void;
			public setRawInputType(type: number): void;
			public setScroller(s: android.widget.Scroller): void;
			/** @since 34 */
			public setSearchResultHighlightColor(color: number): void;
			/** @since 34 */
			public setSearchResultHighlights(ranges: androidNative.Array<number> | null): void;
			public setSelectAllOnFocus(selectAllOnFocus: boolean): void;
			public setSelected(selected: boolean): void;
			public setShadowLayer(radius: number, dx: number, dy: number, color: number): void;
			/** @since 35 */
			public setShiftDrawingOffsetForStartOverhang(shiftDrawingOffsetForStartOverhang: boolean): void;
			public setShowSoftInputOnFocus(show: boolean): void;
			public setSingleLine(): void;
			public setSingleLine(singleLine: boolean): void;
			public setSpannableFactory(factory: android.text.Spannable.Factory): void;
			public setText(text: androidNative.Array<string>, start: number, len: number): void;
			public setText(resid: number): void;
			public setText(resid: number, type: android.widget.TextView.BufferType): void;
			public setText(text: string): void;
			public setText(text: string, type: android.widget.TextView.BufferType): void;
			/** @deprecated Deprecated in API 23 */
			public setTextAppearance(context: android.content.Context, resId: number): void;
			/** @since 23 */
			public setTextAppearance(resId: number): void;
			/** @since 26 */
			public setTextClassifier(textClassifier: any | null): void;
			public setTextColor(colors: android.content.res.ColorStateList): void;
			public setTextColor(color: number): void;
			/** @since 29 */
			public setTextCursorDrawable(textCursorDrawable: android.graphics.drawable.Drawable | null): void;
			/** @since 29 */
			public setTextCursorDrawable(textCursorDrawable: number): void;
			public setTextIsSelectable(selectable: boolean): void;
			public setTextKeepState(text: string): void;
			public setTextKeepState(text: string, type: android.widget.TextView.BufferType): void;
			public setTextLocale(locale: java.util.Locale): void;
			/** @since 24 */
			public setTextLocales(locales: any): void;
			/** @since 28 */
			public setTextMetricsParams(params: any): void;
			public setTextScaleX(size: number): void;
			/** @since 29 */
			public setTextSelectHandle(textSelectHandle: android.graphics.drawable.Drawable): void;
			/** @since 29 */
			public setTextSelectHandle(textSelectHandle: number): void;
			/** @since 29 */
			public setTextSelectHandleLeft(textSelectHandleLeft: android.graphics.drawable.Drawable): void;
			/** @since 29 */
			public setTextSelectHandleLeft(textSelectHandleLeft: number): void;
			/** @since 29 */
			public setTextSelectHandleRight(textSelectHandleRight: android.graphics.drawable.Drawable): void;
			/** @since 29 */
			public setTextSelectHandleRight(textSelectHandleRight: number): void;
			public setTextSize(size: number): void;
			public setTextSize(unit: number, size: number): void;
			public setTransformationMethod(method: android.text.method.TransformationMethod): void;
			public setTypeface(tf: android.graphics.Typeface | null): void;
			public setTypeface(tf: android.graphics.Typeface | null, style: number): void;
			/** @since 35 */
			public setUseBoundsForWidth(useBoundsForWidth: boolean): void;
			public setWidth(pixels: number): void;
			/** @since 24 */
			public showContextMenu(x: number, y: number): boolean;
			public showContextMenu(): boolean;
			public verifyDrawable(who: android.graphics.drawable.Drawable): boolean;
			/** @since 31 */
			public onViewTranslationResponse(response: android.view.translation.ViewTranslationResponse): void;
			/** @since 23 */
			public onProvideStructure(structure: any): void;
			/** @since 26 */
			public onProvideAutofillStructure(structure: any, flags: number): void;
			public onStartTemporaryDetach(): void;
			public onFinishTemporaryDetach(): void;
			public onPopulateAccessibilityEvent(event: android.view.accessibility.AccessibilityEvent): void;
			public onInitializeAccessibilityEvent(event: android.view.accessibility.AccessibilityEvent): void;
			public onInitializeAccessibilityNodeInfo(info: android.view.accessibility.AccessibilityNodeInfo): void;
			public sendAccessibilityEvent(eventType: number): void;
			public performAccessibilityAction(action: number, arguments_: android.os.Bundle): boolean;
			public onKeyDown(param0: number, param1: android.view.KeyEvent): boolean;
			public onKeyLongPress(param0: number, param1: android.view.KeyEvent): boolean;
			public onKeyMultiple(param0: number, param1: number, param2: android.view.KeyEvent): boolean;
			public onKeyUp(param0: number, param1: android.view.KeyEvent): boolean;
			public invalidateDrawable(param0: android.graphics.drawable.Drawable): void;
			public scheduleDrawable(param0: android.graphics.drawable.Drawable, param1: java.lang.Runnable, param2: number): void;
			public unscheduleDrawable(who: android.graphics.drawable.Drawable): void;
			public unscheduleDrawable(param0: android.graphics.drawable.Drawable, param1: java.lang.Runnable): void;
			public sendAccessibilityEvent(param0: number): void;
			public sendAccessibilityEventUnchecked(param0: android.view.accessibility.AccessibilityEvent): void;
		}
	}
}
declare module java {
	export module io {
		export class Closeable extends java.lang.Object implements java.lang.AutoCloseable {
			public static class: java.lang.Class<java.io.Closeable>;
			/**
			 * Constructs a new instance of the java.io.Closeable interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
			 */
			public constructor(implementation: {
				close(): void;
				close(): void;
			});
			public constructor();
			public close(): void;
		}
		export class File extends java.lang.Object {
			public static class: java.lang.Class<java.io.File>;
			public static pathSeparator: string;
			public static pathSeparatorChar: string;
			public static separator: string;
			public static separatorChar: string;
			public constructor(parent: java.io.File | null, child: string);
			public constructor(pathname: string);
			public constructor(parent: string | null, child: string);
			public constructor(uri: java.net.URI);
			public canExecute(): boolean;
			public canRead(): boolean;
			public canWrite(): boolean;
			public compareTo(pathname: java.io.File): number;
			public createNewFile(): boolean;
			public static createTempFile(prefix: string, suffix: string | null): java.io.File;
			public static createTempFile(prefix: string, suffix: string | null, directory: java.io.File | null): java.io.File;
			public delete(): boolean;
			public deleteOnExit(): void;
			public equals(obj: any): boolean;
			public exists(): boolean;
			public getAbsoluteFile(): java.io.File;
			public getAbsolutePath(): string;
			public getCanonicalFile(): java.io.File;
			public getCanonicalPath(): string;
			public getFreeSpace(): number;
			public getName(): string;
			public getParent(): string | null;
			public getParentFile(): java.io.File | null;
			public getPath(): string;
			public getTotalSpace(): number;
			public getUsableSpace(): number;
			public hashCode(): number;
			public isAbsolute(): boolean;
			public isDirectory(): boolean;
			public isFile(): boolean;
			public isHidden(): boolean;
			public lastModified(): number;
			public length(): number;
			public list(): androidNative.Array<string> | null;
			public list(filter: java.io.FilenameFilter | null): androidNative.Array<string> | null;
			public listFiles(): androidNative.Array<java.io.File> | null;
			public listFiles(filter: java.io.FileFilter | null): androidNative.Array<java.io.File> | null;
			public listFiles(filter: java.io.FilenameFilter | null): androidNative.Array<java.io.File> | null;
			public static listRoots(): androidNative.Array<java.io.File>;
			public mkdir(): boolean;
			public mkdirs(): boolean;
			public renameTo(dest: java.io.File): boolean;
			public setExecutable(executable: boolean): boolean;
			public setExecutable(executable: boolean, ownerOnly: boolean): boolean;
			public setLastModified(time: number): boolean;
			public setReadOnly(): boolean;
			public setReadable(readable: boolean): boolean;
			public setReadable(readable: boolean, ownerOnly: boolean): boolean;
			public setWritable(writable: boolean): boolean;
			public setWritable(writable: boolean, ownerOnly: boolean): boolean;
			/** @since 26 */
			public toPath(): java.nio.file.Path;
			public toString(): string;
			public toURI(): java.net.URI;
			/** @deprecated Deprecated in API 15 */
			public toURL(): java.net.URL;
		}
		export class FileInputStream extends java.io.InputStream {
			public static class: java.lang.Class<java.io.FileInputStream>;
			public constructor();
			public constructor(file: java.io.File);
			public constructor(fdObj: java.io.FileDescriptor);
			public constructor(name: string);
			public available(): number;
			public close(): void;
			public finalize(): void;
			public getChannel(): java.nio.channels.FileChannel;
			public getFD(): java.io.FileDescriptor;
			public read(b: androidNative.Array<number>): number;
			public read(b: androidNative.Array<number>, off: number, len: number): number;
			public read(): number;
			public skip(n: number): number;
		}
		export class FileNotFoundException extends java.io.IOException {
			public static class: java.lang.Class<java.io.FileNotFoundException>;
			public constructor(message: string);
			public constructor(message: string, cause: java.lang.Throwable);
			public constructor(cause: java.lang.Throwable);
			/** @since 24 */
			public constructor(message: string, cause: java.lang.Throwable, enableSuppression: boolean, writableStackTrace: boolean);
			public constructor();
			public constructor(s: string);
		}
		export class FileOutputStream extends java.io.OutputStream {
			public static class: java.lang.Class<java.io.FileOutputStream>;
			public constructor();
			public constructor(file: java.io.File);
			public constructor(file: java.io.File, append: boolean);
			public constructor(fdObj: java.io.FileDescriptor);
			public constructor(name: string);
			public constructor(name: string, append: boolean);
			public close(): void;
			public finalize(): void;
			public getChannel(): java.nio.channels.FileChannel;
			public getFD(): java.io.FileDescriptor;
			public write(b: androidNative.Array<number>, off: number, len: number): void;
			public write(param0: number): void;
			public write(b: androidNative.Array<number>): void;
			public write(b: number): void;
			public flush(): void;
		}
		export class Flushable extends java.lang.Object {
			public static class: java.lang.Class<java.io.Flushable>;
			/**
			 * Constructs a new instance of the java.io.Flushable interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
			 */
			public constructor(implementation: {
				flush(): void;
			});
			public constructor();
			public flush(): void;
		}
		export class IOException extends java.lang.Exception {
			public static class: java.lang.Class<java.io.IOException>;
			public constructor(message: string);
			public constructor(message: string, cause: java.lang.Throwable);
			/** @since 24 */
			public constructor(message: string, cause: java.lang.Throwable, enableSuppression: boolean, writableStackTrace: boolean);
			public constructor(cause: java.lang.Throwable);
			public constructor();
		}
		export abstract class InputStream extends java.lang.Object implements java.io.Closeable {
			public static class: java.lang.Class<java.io.InputStream>;
			public constructor();
			public available(): number;
			public close(): void;
			public mark(readlimit: number): void;
			public markSupported(): boolean;
			/** @since 33 */
			public static nullInputStream(): java.io.InputStream;
			public read(): number;
			public read(b: androidNative.Array<number>): number;
			public read(b: androidNative.Array<number>, off: number, len: number): number;
			/** @since 33 */
			public readAllBytes(): androidNative.Array<number>;
			/** @since 33 */
			public readNBytes(b: androidNative.Array<number>, off: number, len: number): number;
			/** @since 33 */
			public readNBytes(len: number): androidNative.Array<number>;
			public reset(): void;
			public skip(n: number): number;
			/** @since 34 */
			public skipNBytes(n: number): void;
			/** @since 33 */
			public transferTo(out: java.io.OutputStream): number;
		}
		export abstract class OutputStream extends java.lang.Object implements java.io.Closeable, java.io.Flushable {
			public static class: java.lang.Class<java.io.OutputStream>;
			public constructor();
			public close(): void;
			public flush(): void;
			/** @since 33 */
			public static nullOutputStream(): java.io.OutputStream;
			public write(b: androidNative.Array<number>): void;
			public write(b: androidNative.Array<number>, off: number, len: number): void;
			public write(param0: number): void;
		}
		export class Serializable extends java.lang.Object {
			public static class: java.lang.Class<java.io.Serializable>;
			/**
			 * Constructs a new instance of the java.io.Serializable interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
			 */
			public constructor(implementation: {
			});
			public constructor();
		}
	}
	export module lang {
		export class AutoCloseable extends java.lang.Object {
			public static class: java.lang.Class<java.lang.AutoCloseable>;
			/**
			 * Constructs a new instance of the java.lang.AutoCloseable interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
			 */
			public constructor(implementation: {
				close(): void;
			});
			public constructor();
			public close(): void;
		}
		export class CharSequence extends java.lang.Object {
			public static class: java.lang.Class<java.lang.CharSequence>;
			/**
			 * Constructs a new instance of the java.lang.CharSequence interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
			 */
			public constructor(implementation: {
				charAt(param0: number): string;
				chars(): java.util.stream.IntStream;
				codePoints(): java.util.stream.IntStream;
				compare(cs1: string, cs2: string): number;
				getChars(srcBegin: number, srcEnd: number, dst: androidNative.Array<string>, dstBegin: number): void;
				isEmpty(): boolean;
				length(): number;
				subSequence(param0: number, param1: number): string;
				toString(): string;
			});
			public constructor();
			public charAt(param0: number): string;
			/** @since 24 */
			public chars(): java.util.stream.IntStream;
			/** @since 24 */
			public codePoints(): java.util.stream.IntStream;
			/** @since 34 */
			public static compare(cs1: string, cs2: string): number;
			public getChars(srcBegin: number, srcEnd: number, dst: androidNative.Array<string>, dstBegin: number): void;
			/** @since 35 */
			public isEmpty(): boolean;
			public length(): number;
			public subSequence(param0: number, param1: number): string;
			public toString(): string;
		}
		export class Cloneable extends java.lang.Object {
			public static class: java.lang.Class<java.lang.Cloneable>;
			/**
			 * Constructs a new instance of the java.lang.Cloneable interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
			 */
			public constructor(implementation: {
			});
			public constructor();
		}
		export class Exception extends java.lang.Throwable {
			public static class: java.lang.Class<java.lang.Exception>;
			public constructor(message: string | null);
			public constructor(message: string | null, cause: java.lang.Throwable | null);
			/** @since 24 */
			public constructor(message: string | null, cause: java.lang.Throwable | null, enableSuppression: boolean, writableStackTrace: boolean);
			public constructor(cause: java.lang.Throwable | null);
			public constructor();
			public constructor(message: string);
			public constructor(message: string, cause: java.lang.Throwable);
			/** @since 24 */
			public constructor(message: string, cause: java.lang.Throwable, enableSuppression: boolean, writableStackTrace: boolean);
			public constructor(cause: java.lang.Throwable);
		}
		export class Object {
			public static class: java.lang.Class<java.lang.Object>;
			public constructor();
			public clone(): any;
			public equals(obj: any): boolean;
			public finalize(): void;
			public getClass(): java.lang.Class<any>;
			public hashCode(): number;
			public notify(): void;
			public notifyAll(): void;
			public toString(): string;
			public wait(): void;
			public wait(timeoutMillis: number): void;
			public wait(param0: number, param1: number): void;
		}
		export class Runnable extends java.lang.Object {
			public static class: java.lang.Class<java.lang.Runnable>;
			/**
			 * Constructs a new instance of the java.lang.Runnable interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
			 */
			public constructor(implementation: {
				run(): void;
			});
			public constructor();
			public run(): void;
		}
		export class String extends java.lang.Object {
			public static class: java.lang.Class<java.lang.String>;
			public static CASE_INSENSITIVE_ORDER: java.util.Comparator<string>;
			public constructor();
			public constructor(bytes: androidNative.Array<number>);
			/** @deprecated Deprecated in API 15 */
			public constructor(ascii: androidNative.Array<number>, hibyte: number);
			public constructor(bytes: androidNative.Array<number>, offset: number, length: number);
			/** @deprecated Deprecated in API 15 */
			public constructor(ascii: androidNative.Array<number>, hibyte: number, offset: number, count: number);
			public constructor(bytes: androidNative.Array<number>, offset: number, length: number, charsetName: string);
			public constructor(bytes: androidNative.Array<number>, offset: number, length: number, charset: java.nio.charset.Charset);
			public constructor(bytes: androidNative.Array<number>, charsetName: string);
			public constructor(bytes: androidNative.Array<number>, charset: java.nio.charset.Charset);
			public constructor(value: androidNative.Array<string>);
			public constructor(value: androidNative.Array<string>, offset: number, count: number);
			public constructor(codePoints: androidNative.Array<number>, offset: number, count: number);
			public constructor(original: string);
			public constructor(buffer: java.lang.StringBuffer);
			public constructor(builder: java.lang.StringBuilder);
			public charAt(param0: number): string;
			/** @since 24 */
			public chars(): java.util.stream.IntStream;
			public codePointAt(index: number): number;
			public codePointBefore(index: number): number;
			public codePointCount(beginIndex: number, endIndex: number): number;
			/** @since 24 */
			public codePoints(): java.util.stream.IntStream;
			public compareTo(param0: string): number;
			public compareToIgnoreCase(str: string): number;
			public concat(param0: string): string;
			public contains(s: string): boolean;
			public contentEquals(cs: string): boolean;
			public contentEquals(sb: java.lang.StringBuffer): boolean;
			public static copyValueOf(data: androidNative.Array<string>): string;
			public static copyValueOf(data: androidNative.Array<string>, offset: number, count: number): string;
			public endsWith(suffix: string): boolean;
			public equals(anObject: any): boolean;
			public equalsIgnoreCase(anotherString: string | null): boolean;
			public static format(format: string, args: androidNative.Array<any>): string;
			public static format(l: java.util.Locale, format: string, args: androidNative.Array<any>): string;
			/** @since 34 */
			public formatted(args: androidNative.Array<any>): string;
			public getBytes(): androidNative.Array<number>;
			/** @deprecated Deprecated in API 15 */
			public getBytes(srcBegin: number, srcEnd: number, dst: androidNative.Array<number>, dstBegin: number): void;
			public getBytes(charsetName: string): androidNative.Array<number>;
			public getBytes(charset: java.nio.charset.Charset): androidNative.Array<number>;
			public getChars(srcBegin: number, srcEnd: number, dst: androidNative.Array<string>, dstBegin: number): void;
			public hashCode(): number;
			/** @since 34 */
			public indent(n: number): string;
			public indexOf(ch: number): number;
			public indexOf(ch: number, fromIndex: number): number;
			public indexOf(ch: number, beginIndex: number, endIndex: number): number;
			public indexOf(str: string): number;
			public indexOf(str: string, fromIndex: number): number;
			public indexOf(str: string, beginIndex: number, endIndex: number): number;
			public intern(): string;
			/** @since 33 */
			public isBlank(): boolean;
			public isEmpty(): boolean;
			/** @since 26 */
			public static join(delimiter: string, elements: androidNative.Array<string> | null): string;
			/** @since 26 */
			public static join(delimiter: string, elements: java.lang.Iterable<any>): string;
			public lastIndexOf(ch: number): number;
			public lastIndexOf(ch: number, fromIndex: number): number;
			public lastIndexOf(str: string): number;
			public lastIndexOf(str: string, fromIndex: number): number;
			public length(): number;
			/** @since 33 */
			public lines(): java.util.stream.Stream<string>;
			public matches(regex: string): boolean;
			public offsetByCodePoints(index: number, codePointOffset: number): number;
			public regionMatches(ignoreCase: boolean, toffset: number, other: string, ooffset: number, len: number): boolean;
			public regionMatches(toffset: number, other: string, ooffset: number, len: number): boolean;
			/** @since 33 */
			public repeat(count: number): string;
			public replace(oldChar: string, newChar: string): string;
			public replace(target: string, replacement: string): string;
			public replaceAll(regex: string, replacement: string): string;
			public replaceFirst(regex: string, replacement: string): string;
			public split(regex: string): androidNative.Array<string>;
			public split(regex: string, limit: number): androidNative.Array<string>;
			public splitWithDelimiters(regex: string, limit: number): androidNative.Array<string>;
			public startsWith(prefix: string): boolean;
			public startsWith(prefix: string, toffset: number): boolean;
			/** @since 33 */
			public strip(): string;
			/** @since 34 */
			public stripIndent(): string;
			/** @since 33 */
			public stripLeading(): string;
			/** @since 33 */
			public stripTrailing(): string;
			public subSequence(beginIndex: number, endIndex: number): string;
			public substring(beginIndex: number): string;
			public substring(beginIndex: number, endIndex: number): string;
			public toCharArray(): androidNative.Array<string>;
			public toLowerCase(): string;
			public toLowerCase(locale: java.util.Locale): string;
			public toString(): string;
			public toUpperCase(): string;
			public toUpperCase(locale: java.util.Locale): string;
			/** @since 34 */
			public transform(f: any /* any*/): any;
			/** @since 34 */
			public translateEscapes(): string;
			public trim(): string;
			public static valueOf(b: boolean): string;
			public static valueOf(c: string): string;
			public static valueOf(data: androidNative.Array<string>): string;
			public static valueOf(data: androidNative.Array<string>, offset: number, count: number): string;
			public static valueOf(d: number): string;
			public static valueOf(f: number): string;
			public static valueOf(i: number): string;
			public static valueOf(obj: any): string;
			public static valueOf(l: number): string;
			/** @since 34 */
			public static compare(cs1: string, cs2: string): number;
			public subSequence(param0: number, param1: number): string;
		}
		export class Throwable extends java.lang.Object implements java.io.Serializable {
			public static class: java.lang.Class<java.lang.Throwable>;
			public constructor();
			public constructor(message: string | null);
			public constructor(message: string | null, cause: java.lang.Throwable | null);
			public constructor(message: string | null, cause: java.lang.Throwable | null, enableSuppression: boolean, writableStackTrace: boolean);
			public constructor(cause: java.lang.Throwable | null);
			public addSuppressed(exception: java.lang.Throwable): void;
			public fillInStackTrace(): java.lang.Throwable;
			public getCause(): java.lang.Throwable | null;
			public getLocalizedMessage(): string | null;
			public getMessage(): string | null;
			public getStackTrace(): androidNative.Array<java.lang.StackTraceElement>;
			public getSuppressed(): androidNative.Array<java.lang.Throwable>;
			public initCause(cause: java.lang.Throwable | null): java.lang.Throwable;
			public printStackTrace(): void;
			public printStackTrace(s: java.io.PrintStream): void;
			public printStackTrace(s: java.io.PrintWriter): void;
			public setStackTrace(stackTrace: androidNative.Array<java.lang.StackTraceElement>): void;
			public toString(): string;
		}
	}
	export module nio {
		export module charset {
			export class StandardCharsets extends java.lang.Object {
				public static class: java.lang.Class<java.nio.charset.StandardCharsets>;
				public static ISO_8859_1: java.nio.charset.Charset;
				public static US_ASCII: java.nio.charset.Charset;
				public static UTF_16: java.nio.charset.Charset;
				public static UTF_16BE: java.nio.charset.Charset;
				public static UTF_16LE: java.nio.charset.Charset;
				public static UTF_8: java.nio.charset.Charset;
			}
		}
	}
	export module util {
		export class EnumMap<K, V>  extends java.util.AbstractMap<any,any> {
			public static class: java.lang.Class<java.util.EnumMap<any,any>>;
			public constructor();
			public constructor(keyType: java.lang.Class<any>);
			public constructor(m: java.util.EnumMap<any,any>);
			public constructor(m: java.util.Map<any,any>);
			public clear(): void;
			public clone(): any;
			public clone(): java.util.EnumMap<any,any>;
			public containsKey(key: any): boolean;
			public containsValue(value: any): boolean;
			public entrySet(): java.util.Set<java.util.Map.Entry<any,any>>;
			public equals(o: any): boolean;
			public get(key: any): any;
			public hashCode(): number;
			public keySet(): java.util.Set<any>;
			public put(key: any, value: any): any;
			public putAll(m: java.util.Map<any,any>): void;
			public remove(key: any): any;
			public size(): number;
			public values(): java.util.Collection<any>;
			/** @since 24 */
			public compute(key: any, remappingFunction: any /* any<any,any,any>*/): any;
			/** @since 24 */
			public computeIfAbsent(key: any, mappingFunction: any /* any<any,any>*/): any;
			/** @since 24 */
			public computeIfPresent(key: any, remappingFunction: any /* any<any,any,any>*/): any;
			public containsKey(param0: any): boolean;
			public containsValue(param0: any): boolean;
			/** @since 31 */
			public static copyOf(map: java.util.Map<any,any>): java.util.Map<any,any>;
			/** @since 30 */
			public static entry(k: any, v: any): java.util.Map.Entry<any,any>;
			public equals(param0: any): boolean;
			/** @since 24 */
			public forEach(action: any /* any<any,any>*/): void;
			public get(param0: any): any;
			/** @since 24 */
			public getOrDefault(key: any, defaultValue: any): any;
			public isEmpty(): boolean;
			/** @since 24 */
			public merge(key: any, value: any, remappingFunction: any /* any<any,any,any>*/): any;
			/** @since 30 */
			public static of(): java.util.Map<any,any>;
			/** @since 30 */
			public static of(k1: any, v1: any): java.util.Map<any,any>;
			/** @since 30 */
			public static of(k1: any, v1: any, k2: any, v2: any): java.util.Map<any,any>;
			/** @since 30 */
			public static of(k1: any, v1: any, k2: any, v2: any, k3: any, v3: any): java.util.Map<any,any>;
			/** @since 30 */
			public static of(k1: any, v1: any, k2: any, v2: any, k3: any, v3: any, k4: any, v4: any): java.util.Map<any,any>;
			/** @since 30 */
			public static of(k1: any, v1: any, k2: any, v2: any, k3: any, v3: any, k4: any, v4: any, k5: any, v5: any): java.util.Map<any,any>;
			/** @since 30 */
			public static of(k1: any, v1: any, k2: any, v2: any, k3: any, v3: any, k4: any, v4: any, k5: any, v5: any, k6: any, v6: any): java.util.Map<any,any>;
			/** @since 30 */
			public static of(k1: any, v1: any, k2: any, v2: any, k3: any, v3: any, k4: any, v4: any, k5: any, v5: any, k6: any, v6: any, k7: any, v7: any): java.util.Map<any,any>;
			/** @since 30 */
			public static of(k1: any, v1: any, k2: any, v2: any, k3: any, v3: any, k4: any, v4: any, k5: any, v5: any, k6: any, v6: any, k7: any, v7: any, k8: any, v8: any): java.util.Map<any,any>;
			/** @since 30 */
			public static of(k1: any, v1: any, k2: any, v2: any, k3: any, v3: any, k4: any, v4: any, k5: any, v5: any, k6: any, v6: any, k7: any, v7: any, k8: any, v8: any, k9: any, v9: any): java.util.Map<any,any>;
			/** @since 30 */
			public static of(k1: any, v1: any, k2: any, v2: any, k3: any, v3: any, k4: any, v4: any, k5: any, v5: any, k6: any, v6: any, k7: any, v7: any, k8: any, v8: any, k9: any, v9: any, k10: any, v10: any): java.util.Map<any,any>;
			/** @since 30 */
			public static ofEntries(entries: androidNative.Array<java.util.Map.Entry<any,any>>): java.util.Map<any,any>;
			public put(param0: any, param1: any): any;
			public putAll(param0: java.util.Map<any,any>): void;
			/** @since 24 */
			public putIfAbsent(key: any, value: any): any;
			public remove(param0: any): any;
			/** @since 24 */
			public remove(key: any, value: any): boolean;
			/** @since 24 */
			public replace(key: any, value: any): any;
			/** @since 24 */
			public replace(key: any, oldValue: any, newValue: any): boolean;
			/** @since 24 */
			public replaceAll(function_: any /* any<any,any,any>*/): void;
		}
		export abstract class EnumSet<E>  extends java.util.AbstractSet<any> {
			public static class: java.lang.Class<java.util.EnumSet<any>>;
			public static allOf(elementType: java.lang.Class<any>): java.util.EnumSet<any>;
			public clone(): any;
			public clone(): java.util.EnumSet<any>;
			public static complementOf(s: java.util.EnumSet<any>): java.util.EnumSet<any>;
			public static copyOf(c: java.util.Collection<any>): java.util.EnumSet<any>;
			public static copyOf(s: java.util.EnumSet<any>): java.util.EnumSet<any>;
			public static noneOf(elementType: java.lang.Class<any>): java.util.EnumSet<any>;
			public static of(e: java.lang.Enum<any>): java.util.EnumSet<any>;
			public static of(e1: java.lang.Enum<any>, e2: java.lang.Enum<any>): java.util.EnumSet<any>;
			public static of(e1: java.lang.Enum<any>, e2: java.lang.Enum<any>, e3: java.lang.Enum<any>): java.util.EnumSet<any>;
			public static of(e1: java.lang.Enum<any>, e2: java.lang.Enum<any>, e3: java.lang.Enum<any>, e4: java.lang.Enum<any>): java.util.EnumSet<any>;
			public static of(e1: java.lang.Enum<any>, e2: java.lang.Enum<any>, e3: java.lang.Enum<any>, e4: java.lang.Enum<any>, e5: java.lang.Enum<any>): java.util.EnumSet<any>;
			public static of(first: java.lang.Enum<any>, rest: androidNative.Array<java.lang.Enum<any>>): java.util.EnumSet<any>;
			public static range(from: java.lang.Enum<any>, to: java.lang.Enum<any>): java.util.EnumSet<any>;
			public add(param0: any): boolean;
			public addAll(param0: java.util.Collection<any>): boolean;
			public clear(): void;
			public contains(param0: any): boolean;
			public containsAll(param0: java.util.Collection<any>): boolean;
			public equals(param0: any): boolean;
			public hashCode(): number;
			public isEmpty(): boolean;
			public iterator(): java.util.Iterator<any>;
			/** @since 24 */
			public parallelStream(): java.util.stream.Stream<any>;
			public remove(param0: any): boolean;
			public removeAll(param0: java.util.Collection<any>): boolean;
			/** @since 24 */
			public removeIf(filter: any /* any*/): boolean;
			public retainAll(param0: java.util.Collection<any>): boolean;
			public size(): number;
			/** @since 24 */
			public spliterator(): java.util.Spliterator<any>;
			/** @since 24 */
			public stream(): java.util.stream.Stream<any>;
			public toArray(a: androidNative.Array<any>): androidNative.Array<any>;
			public toArray(): androidNative.Array<any>;
			/** @since 33 */
			public toArray(generator: any /* any*/): androidNative.Array<any>;
			public toArray(param0: androidNative.Array<any>): androidNative.Array<any>;
			/** @since 31 */
			public static copyOf(coll: java.util.Collection<any>): java.util.Set<any>;
			/** @since 30 */
			public static of(): java.util.Set<any>;
			/** @since 30 */
			public static of(e1: any): java.util.Set<any>;
			/** @since 30 */
			public static of(e1: any, e2: any): java.util.Set<any>;
			/** @since 30 */
			public static of(e1: any, e2: any, e3: any): java.util.Set<any>;
			/** @since 30 */
			public static of(e1: any, e2: any, e3: any, e4: any): java.util.Set<any>;
			/** @since 30 */
			public static of(e1: any, e2: any, e3: any, e4: any, e5: any): java.util.Set<any>;
			/** @since 30 */
			public static of(e1: any, e2: any, e3: any, e4: any, e5: any, e6: any): java.util.Set<any>;
			/** @since 30 */
			public static of(e1: any, e2: any, e3: any, e4: any, e5: any, e6: any, e7: any): java.util.Set<any>;
			/** @since 30 */
			public static of(e1: any, e2: any, e3: any, e4: any, e5: any, e6: any, e7: any, e8: any): java.util.Set<any>;
			/** @since 30 */
			public static of(e1: any, e2: any, e3: any, e4: any, e5: any, e6: any, e7: any, e8: any, e9: any): java.util.Set<any>;
			/** @since 30 */
			public static of(e1: any, e2: any, e3: any, e4: any, e5: any, e6: any, e7: any, e8: any, e9: any, e10: any): java.util.Set<any>;
			/** @since 30 */
			public static of(elements: androidNative.Array<any>): java.util.Set<any>;
		}
		export class List<E>  extends java.lang.Object {
			public static class: java.lang.Class<java.util.List<any>>;
			/**
			 * Constructs a new instance of the java.util.List<any> interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
			 */
			public constructor(implementation: {
				add(param0: E): boolean;
				add(param0: number, param1: E): void;
				addAll(param0: number, param1: java.util.Collection<any>): boolean;
				addAll(param0: java.util.Collection<any>): boolean;
				addFirst(e: E): void;
				addLast(e: E): void;
				clear(): void;
				contains(param0: any): boolean;
				containsAll(param0: java.util.Collection<any>): boolean;
				copyOf(coll: java.util.Collection<any>): java.util.List<any>;
				equals(param0: any): boolean;
				get(param0: number): E;
				getFirst(): E;
				getLast(): E;
				hashCode(): number;
				indexOf(param0: any): number;
				isEmpty(): boolean;
				iterator(): java.util.Iterator<E>;
				lastIndexOf(param0: any): number;
				listIterator(): java.util.ListIterator<E>;
				listIterator(param0: number): java.util.ListIterator<E>;
				of(): java.util.List<any>;
				of(e1: any): java.util.List<any>;
				of(e1: any, e2: any): java.util.List<any>;
				of(e1: any, e2: any, e3: any): java.util.List<any>;
				of(e1: any, e2: any, e3: any, e4: any): java.util.List<any>;
				of(e1: any, e2: any, e3: any, e4: any, e5: any): java.util.List<any>;
				of(e1: any, e2: any, e3: any, e4: any, e5: any, e6: any): java.util.List<any>;
				of(e1: any, e2: any, e3: any, e4: any, e5: any, e6: any, e7: any): java.util.List<any>;
				of(e1: any, e2: any, e3: any, e4: any, e5: any, e6: any, e7: any, e8: any): java.util.List<any>;
				of(e1: any, e2: any, e3: any, e4: any, e5: any, e6: any, e7: any, e8: any, e9: any): java.util.List<any>;
				of(e1: any, e2: any, e3: any, e4: any, e5: any, e6: any, e7: any, e8: any, e9: any, e10: any): java.util.List<any>;
				of(elements: androidNative.Array<any>): java.util.List<any>;
				remove(param0: number): E;
				remove(param0: any): boolean;
				removeAll(param0: java.util.Collection<any>): boolean;
				removeFirst(): E;
				removeLast(): E;
				replaceAll(operator: any /* any*/): void;
				retainAll(param0: java.util.Collection<any>): boolean;
				reversed(): java.util.List<E>;
				set(param0: number, param1: E): E;
				size(): number;
				sort(c: java.util.Comparator<any> | null): void;
				spliterator(): java.util.Spliterator<E>;
				subList(param0: number, param1: number): java.util.List<E>;
				toArray(): androidNative.Array<any>;
				toArray(param0: androidNative.Array<any>): androidNative.Array<any>;
				reversed(): java.util.SequencedCollection<any>;
				add(param0: E): boolean;
				addAll(param0: java.util.Collection<any>): boolean;
				clear(): void;
				contains(param0: any): boolean;
				containsAll(param0: java.util.Collection<any>): boolean;
				equals(param0: any): boolean;
				hashCode(): number;
				isEmpty(): boolean;
				iterator(): java.util.Iterator<E>;
				parallelStream(): java.util.stream.Stream<E>;
				remove(param0: any): boolean;
				removeAll(param0: java.util.Collection<any>): boolean;
				removeIf(filter: any /* any*/): boolean;
				retainAll(param0: java.util.Collection<any>): boolean;
				size(): number;
				spliterator(): java.util.Spliterator<E>;
				stream(): java.util.stream.Stream<E>;
				toArray(): androidNative.Array<any>;
				toArray(generator: any /* any*/): androidNative.Array<any>;
				toArray(param0: androidNative.Array<any>): androidNative.Array<any>;
				addFirst(e: E): void;
				addLast(e: E): void;
				getFirst(): E;
				getLast(): E;
				removeFirst(): E;
				removeLast(): E;
				reversed(): java.util.SequencedCollection<E>;
				forEach(action: any /* any*/): void;
				iterator(): java.util.Iterator<any>;
				spliterator(): java.util.Spliterator<any>;
				add(param0: E): boolean;
				addAll(param0: java.util.Collection<any>): boolean;
				clear(): void;
				contains(param0: any): boolean;
				containsAll(param0: java.util.Collection<any>): boolean;
				equals(param0: any): boolean;
				hashCode(): number;
				isEmpty(): boolean;
				iterator(): java.util.Iterator<E>;
				parallelStream(): java.util.stream.Stream<E>;
				remove(param0: any): boolean;
				removeAll(param0: java.util.Collection<any>): boolean;
				removeIf(filter: any /* any*/): boolean;
				retainAll(param0: java.util.Collection<any>): boolean;
				size(): number;
				spliterator(): java.util.Spliterator<E>;
				stream(): java.util.stream.Stream<E>;
				toArray(): androidNative.Array<any>;
				toArray(generator: any /* any*/): androidNative.Array<any>;
				toArray(param0: androidNative.Array<any>): androidNative.Array<any>;
				forEach(action: any /* any*/): void;
				iterator(): java.util.Iterator<any>;
				spliterator(): java.util.Spliterator<any>;
			});
			public constructor();
			public add(param0: E): boolean;
			public add(param0: number, param1: E): void;
			public addAll(param0: number, param1: java.util.Collection<any>): boolean;
			public addAll(param0: java.util.Collection<any>): boolean;
			public addFirst(e: E): void;
			public addLast(e: E): void;
			public clear(): void;
			public contains(param0: any): boolean;
			public containsAll(param0: java.util.Collection<any>): boolean;
			/** @since 31 */
			public static copyOf(coll: java.util.Collection<any>): java.util.List<any>;
			public equals(param0: any): boolean;
			public get(param0: number): E;
			public getFirst(): E;
			public getLast(): E;
			public hashCode(): number;
			public indexOf(param0: any): number;
			public isEmpty(): boolean;
			public iterator(): java.util.Iterator<E>;
			public lastIndexOf(param0: any): number;
			public listIterator(): java.util.ListIterator<E>;
			public listIterator(param0: number): java.util.ListIterator<E>;
			/** @since 30 */
			public static of(): java.util.List<any>;
			/** @since 30 */
			public static of(e1: any): java.util.List<any>;
			/** @since 30 */
			public static of(e1: any, e2: any): java.util.List<any>;
			/** @since 30 */
			public static of(e1: any, e2: any, e3: any): java.util.List<any>;
			/** @since 30 */
			public static of(e1: any, e2: any, e3: any, e4: any): java.util.List<any>;
			/** @since 30 */
			public static of(e1: any, e2: any, e3: any, e4: any, e5: any): java.util.List<any>;
			/** @since 30 */
			public static of(e1: any, e2: any, e3: any, e4: any, e5: any, e6: any): java.util.List<any>;
			/** @since 30 */
			public static of(e1: any, e2: any, e3: any, e4: any, e5: any, e6: any, e7: any): java.util.List<any>;
			/** @since 30 */
			public static of(e1: any, e2: any, e3: any, e4: any, e5: any, e6: any, e7: any, e8: any): java.util.List<any>;
			/** @since 30 */
			public static of(e1: any, e2: any, e3: any, e4: any, e5: any, e6: any, e7: any, e8: any, e9: any): java.util.List<any>;
			/** @since 30 */
			public static of(e1: any, e2: any, e3: any, e4: any, e5: any, e6: any, e7: any, e8: any, e9: any, e10: any): java.util.List<any>;
			/** @since 30 */
			public static of(elements: androidNative.Array<any>): java.util.List<any>;
			public remove(param0: number): E;
			public remove(param0: any): boolean;
			public removeAll(param0: java.util.Collection<any>): boolean;
			public removeFirst(): E;
			public removeLast(): E;
			/** @since 24 */
			public replaceAll(operator: any /* any*/): void;
			public retainAll(param0: java.util.Collection<any>): boolean;
			/** @since 35 */
			public reversed(): java.util.List<E>;
			public set(param0: number, param1: E): E;
			public size(): number;
			/** @since 24 */
			public sort(c: java.util.Comparator<any> | null): void;
			/** @since 24 */
			public spliterator(): java.util.Spliterator<E>;
			public subList(param0: number, param1: number): java.util.List<E>;
			public toArray(): androidNative.Array<any>;
			public toArray(param0: androidNative.Array<any>): androidNative.Array<any>;
			/** @since 24 */
			public parallelStream(): java.util.stream.Stream<E>;
			/** @since 24 */
			public removeIf(filter: any /* any*/): boolean;
			/** @since 24 */
			public stream(): java.util.stream.Stream<E>;
			/** @since 33 */
			public toArray(generator: any /* any*/): androidNative.Array<any>;
			public reversed(): java.util.SequencedCollection<E>;
			/** @since 24 */
			public forEach(action: any /* any*/): void;
			public iterator(): java.util.Iterator<any>;
			/** @since 24 */
			public spliterator(): java.util.Spliterator<any>;
		}
		export class Map<K, V>  extends java.lang.Object {
			public static class: java.lang.Class<java.util.Map<any,any>>;
			/**
			 * Constructs a new instance of the java.util.Map<any,any> interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
			 */
			public constructor(implementation: {
				clear(): void;
				compute(key: K, remappingFunction: any /* any<any,any,any>*/): V | null;
				computeIfAbsent(key: K, mappingFunction: any /* any<any,any>*/): V | null;
				computeIfPresent(key: K, remappingFunction: any /* any<any,any,any>*/): V | null;
				containsKey(param0: any): boolean;
				containsValue(param0: any): boolean;
				copyOf(map: java.util.Map<any,any>): java.util.Map<any,any>;
				entry(k: any, v: any): java.util.Map.Entry<any,any>;
				entrySet(): java.util.Set<java.util.Map.Entry<K,V>>;
				equals(param0: any): boolean;
				forEach(action: any /* any<any,any>*/): void;
				get(param0: any): V | null;
				getOrDefault(key: any, defaultValue: V | null): V | null;
				hashCode(): number;
				isEmpty(): boolean;
				keySet(): java.util.Set<K>;
				merge(key: K, value: V, remappingFunction: any /* any<any,any,any>*/): V | null;
				of(): java.util.Map<any,any>;
				of(k1: any, v1: any): java.util.Map<any,any>;
				of(k1: any, v1: any, k2: any, v2: any): java.util.Map<any,any>;
				of(k1: any, v1: any, k2: any, v2: any, k3: any, v3: any): java.util.Map<any,any>;
				of(k1: any, v1: any, k2: any, v2: any, k3: any, v3: any, k4: any, v4: any): java.util.Map<any,any>;
				of(k1: any, v1: any, k2: any, v2: any, k3: any, v3: any, k4: any, v4: any, k5: any, v5: any): java.util.Map<any,any>;
				of(k1: any, v1: any, k2: any, v2: any, k3: any, v3: any, k4: any, v4: any, k5: any, v5: any, k6: any, v6: any): java.util.Map<any,any>;
				of(k1: any, v1: any, k2: any, v2: any, k3: any, v3: any, k4: any, v4: any, k5: any, v5: any, k6: any, v6: any, k7: any, v7: any): java.util.Map<any,any>;
				of(k1: any, v1: any, k2: any, v2: any, k3: any, v3: any, k4: any, v4: any, k5: any, v5: any, k6: any, v6: any, k7: any, v7: any, k8: any, v8: any): java.util.Map<any,any>;
				of(k1: any, v1: any, k2: any, v2: any, k3: any, v3: any, k4: any, v4: any, k5: any, v5: any, k6: any, v6: any, k7: any, v7: any, k8: any, v8: any, k9: any, v9: any): java.util.Map<any,any>;
				of(k1: any, v1: any, k2: any, v2: any, k3: any, v3: any, k4: any, v4: any, k5: any, v5: any, k6: any, v6: any, k7: any, v7: any, k8: any, v8: any, k9: any, v9: any, k10: any, v10: any): java.util.Map<any,any>;
				ofEntries(entries: androidNative.Array<java.util.Map.Entry<any,any>>): java.util.Map<any,any>;
				put(param0: K, param1: V): V | null;
				putAll(param0: java.util.Map<any,any>): void;
				putIfAbsent(key: K, value: V): V | null;
				remove(param0: any): V | null;
				remove(key: any, value: any): boolean;
				replace(key: K, value: V): V | null;
				replace(key: K, oldValue: V | null, newValue: V): boolean;
				replaceAll(function_: any /* any<any,any,any>*/): void;
				size(): number;
				values(): java.util.Collection<V>;
			});
			public constructor();
			public clear(): void;
			/** @since 24 */
			public compute(key: K, remappingFunction: any /* any<any,any,any>*/): V | null;
			/** @since 24 */
			public computeIfAbsent(key: K, mappingFunction: any /* any<any,any>*/): V | null;
			/** @since 24 */
			public computeIfPresent(key: K, remappingFunction: any /* any<any,any,any>*/): V | null;
			public containsKey(param0: any): boolean;
			public containsValue(param0: any): boolean;
			/** @since 31 */
			public static copyOf(map: java.util.Map<any,any>): java.util.Map<any,any>;
			/** @since 30 */
			public static entry(k: any, v: any): java.util.Map.Entry<any,any>;
			public entrySet(): java.util.Set<java.util.Map.Entry<K,V>>;
			public equals(param0: any): boolean;
			/** @since 24 */
			public forEach(action: any /* any<any,any>*/): void;
			public get(param0: any): V | null;
			/** @since 24 */
			public getOrDefault(key: any, defaultValue: V | null): V | null;
			public hashCode(): number;
			public isEmpty(): boolean;
			public keySet(): java.util.Set<K>;
			/** @since 24 */
			public merge(key: K, value: V, remappingFunction: any /* any<any,any,any>*/): V | null;
			/** @since 30 */
			public static of(): java.util.Map<any,any>;
			/** @since 30 */
			public static of(k1: any, v1: any): java.util.Map<any,any>;
			/** @since 30 */
			public static of(k1: any, v1: any, k2: any, v2: any): java.util.Map<any,any>;
			/** @since 30 */
			public static of(k1: any, v1: any, k2: any, v2: any, k3: any, v3: any): java.util.Map<any,any>;
			/** @since 30 */
			public static of(k1: any, v1: any, k2: any, v2: any, k3: any, v3: any, k4: any, v4: any): java.util.Map<any,any>;
			/** @since 30 */
			public static of(k1: any, v1: any, k2: any, v2: any, k3: any, v3: any, k4: any, v4: any, k5: any, v5: any): java.util.Map<any,any>;
			/** @since 30 */
			public static of(k1: any, v1: any, k2: any, v2: any, k3: any, v3: any, k4: any, v4: any, k5: any, v5: any, k6: any, v6: any): java.util.Map<any,any>;
			/** @since 30 */
			public static of(k1: any, v1: any, k2: any, v2: any, k3: any, v3: any, k4: any, v4: any, k5: any, v5: any, k6: any, v6: any, k7: any, v7: any): java.util.Map<any,any>;
			/** @since 30 */
			public static of(k1: any, v1: any, k2: any, v2: any, k3: any, v3: any, k4: any, v4: any, k5: any, v5: any, k6: any, v6: any, k7: any, v7: any, k8: any, v8: any): java.util.Map<any,any>;
			/** @since 30 */
			public static of(k1: any, v1: any, k2: any, v2: any, k3: any, v3: any, k4: any, v4: any, k5: any, v5: any, k6: any, v6: any, k7: any, v7: any, k8: any, v8: any, k9: any, v9: any): java.util.Map<any,any>;
			/** @since 30 */
			public static of(k1: any, v1: any, k2: any, v2: any, k3: any, v3: any, k4: any, v4: any, k5: any, v5: any, k6: any, v6: any, k7: any, v7: any, k8: any, v8: any, k9: any, v9: any, k10: any, v10: any): java.util.Map<any,any>;
			/** @since 30 */
			public static ofEntries(entries: androidNative.Array<java.util.Map.Entry<any,any>>): java.util.Map<any,any>;
			public put(param0: K, param1: V): V | null;
			public putAll(param0: java.util.Map<any,any>): void;
			/** @since 24 */
			public putIfAbsent(key: K, value: V): V | null;
			public remove(param0: any): V | null;
			/** @since 24 */
			public remove(key: any, value: any): boolean;
			/** @since 24 */
			public replace(key: K, value: V): V | null;
			/** @since 24 */
			public replace(key: K, oldValue: V | null, newValue: V): boolean;
			/** @since 24 */
			public replaceAll(function_: any /* any<any,any,any>*/): void;
			public size(): number;
			public values(): java.util.Collection<V>;
		}
		export module Map {
			export class Entry<K, V>  extends java.lang.Object {
				public static class: java.lang.Class<java.util.Map.Entry<any,any>>;
				/**
				 * Constructs a new instance of the java.util.Map$Entry interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
				 */
				public constructor(implementation: {
					comparingByKey(): java.util.Comparator<any>;
					comparingByKey(cmp: java.util.Comparator<any>): java.util.Comparator<any>;
					comparingByValue(): java.util.Comparator<any>;
					comparingByValue(cmp: java.util.Comparator<any>): java.util.Comparator<any>;
					copyOf(e: java.util.Map.Entry<any,any>): java.util.Map.Entry<any,any>;
					equals(param0: any): boolean;
					getKey(): K;
					getValue(): V;
					hashCode(): number;
					setValue(param0: V): V;
				});
				public constructor();
				/** @since 24 */
				public static comparingByKey(): java.util.Comparator<any>;
				/** @since 24 */
				public static comparingByKey(cmp: java.util.Comparator<any>): java.util.Comparator<any>;
				/** @since 24 */
				public static comparingByValue(): java.util.Comparator<any>;
				/** @since 24 */
				public static comparingByValue(cmp: java.util.Comparator<any>): java.util.Comparator<any>;
				/** @since 35 */
				public static copyOf(e: java.util.Map.Entry<any,any>): java.util.Map.Entry<any,any>;
				public equals(param0: any): boolean;
				public getKey(): K;
				public getValue(): V;
				public hashCode(): number;
				public setValue(param0: V): V;
			}
		}
		export module concurrent {
			export class Executor extends java.lang.Object {
				public static class: java.lang.Class<java.util.concurrent.Executor>;
				/**
				 * Constructs a new instance of the java.util.concurrent.Executor interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
				 */
				public constructor(implementation: {
					execute(param0: java.lang.Runnable): void;
				});
				public constructor();
				public execute(param0: java.lang.Runnable): void;
			}
			export class ExecutorService extends java.lang.Object implements java.lang.AutoCloseable, java.util.concurrent.Executor {
				public static class: java.lang.Class<java.util.concurrent.ExecutorService>;
				/**
				 * Constructs a new instance of the java.util.concurrent.ExecutorService interface with the provided implementation. An empty constructor exists calling super() when extending the interface class.
				 */
				public constructor(implementation: {
					awaitTermination(param0: number, param1: java.util.concurrent.TimeUnit): boolean;
					close(): void;
					invokeAll(param0: java.util.Collection<any>): java.util.List<any>;
					invokeAll(param0: java.util.Collection<any>, param1: number, param2: java.util.concurrent.TimeUnit): java.util.List<any>;
					invokeAny(param0: java.util.Collection<any>): any;
					invokeAny(param0: java.util.Collection<any>, param1: number, param2: java.util.concurrent.TimeUnit): any;
					isShutdown(): boolean;
					isTerminated(): boolean;
					shutdown(): void;
					shutdownNow(): java.util.List<java.lang.Runnable>;
					submit(param0: java.lang.Runnable): java.util.concurrent.Future<any>;
					submit(param0: java.lang.Runnable, param1: any): java.util.concurrent.Future<any>;
					submit(param0: java.util.concurrent.Callable<any>): java.util.concurrent.Future<any>;
					close(): void;
					execute(param0: java.lang.Runnable): void;
				});
				public constructor();
				public awaitTermination(param0: number, param1: java.util.concurrent.TimeUnit): boolean;
				public close(): void;
				public invokeAll(param0: java.util.Collection<any>): java.util.List<any>;
				public invokeAll(param0: java.util.Collection<any>, param1: number, param2: java.util.concurrent.TimeUnit): java.util.List<any>;
				public invokeAny(param0: java.util.Collection<any>): any;
				public invokeAny(param0: java.util.Collection<any>, param1: number, param2: java.util.concurrent.TimeUnit): any;
				public isShutdown(): boolean;
				public isTerminated(): boolean;
				public shutdown(): void;
				public shutdownNow(): java.util.List<java.lang.Runnable>;
				public submit(param0: java.lang.Runnable): java.util.concurrent.Future<any>;
				public submit(param0: java.lang.Runnable, param1: any): java.util.concurrent.Future<any>;
				public submit(param0: java.util.concurrent.Callable<any>): java.util.concurrent.Future<any>;
				public execute(param0: java.lang.Runnable): void;
			}
			export class Executors extends java.lang.Object {
				public static class: java.lang.Class<java.util.concurrent.Executors>;
				public static callable(task: java.lang.Runnable): java.util.concurrent.Callable<any>;
				public static callable(task: java.lang.Runnable, result: any): java.util.concurrent.Callable<any>;
				public static callable(action: java.security.PrivilegedAction<any>): java.util.concurrent.Callable<any>;
				public static callable(action: java.security.PrivilegedExceptionAction<any>): java.util.concurrent.Callable<any>;
				public static defaultThreadFactory(): java.util.concurrent.ThreadFactory;
				public static newCachedThreadPool(): java.util.concurrent.ExecutorService;
				public static newCachedThreadPool(threadFactory: java.util.concurrent.ThreadFactory): java.util.concurrent.ExecutorService;
				public static newFixedThreadPool(nThreads: number): java.util.concurrent.ExecutorService;
				public static newFixedThreadPool(nThreads: number, threadFactory: java.util.concurrent.ThreadFactory): java.util.concurrent.ExecutorService;
				public static newScheduledThreadPool(corePoolSize: number): java.util.concurrent.ScheduledExecutorService;
				public static newScheduledThreadPool(corePoolSize: number, threadFactory: java.util.concurrent.ThreadFactory): java.util.concurrent.ScheduledExecutorService;
				public static newSingleThreadExecutor(): java.util.concurrent.ExecutorService;
				public static newSingleThreadExecutor(threadFactory: java.util.concurrent.ThreadFactory): java.util.concurrent.ExecutorService;
				public static newSingleThreadScheduledExecutor(): java.util.concurrent.ScheduledExecutorService;
				public static newSingleThreadScheduledExecutor(threadFactory: java.util.concurrent.ThreadFactory): java.util.concurrent.ScheduledExecutorService;
				/** @since 24 */
				public static newWorkStealingPool(): java.util.concurrent.ExecutorService;
				/** @since 24 */
				public static newWorkStealingPool(parallelism: number): java.util.concurrent.ExecutorService;
				/** @deprecated Deprecated in API 34 */
				public static privilegedCallable(callable: java.util.concurrent.Callable<any>): java.util.concurrent.Callable<any>;
				/** @deprecated Deprecated in API 34 */
				public static privilegedCallableUsingCurrentClassLoader(callable: java.util.concurrent.Callable<any>): java.util.concurrent.Callable<any>;
				/** @deprecated Deprecated in API 34 */
				public static privilegedThreadFactory(): java.util.concurrent.ThreadFactory;
				public static unconfigurableExecutorService(executor: java.util.concurrent.ExecutorService): java.util.concurrent.ExecutorService;
				public static unconfigurableScheduledExecutorService(executor: java.util.concurrent.ScheduledExecutorService): java.util.concurrent.ScheduledExecutorService;
			}
		}
	}
}
declare module org {
	export module json {
		export class JSONArray extends java.lang.Object {
			public static class: java.lang.Class<org.json.JSONArray>;
			public constructor();
			public constructor(array: any);
			public constructor(json: string);
			public constructor(copyFrom: java.util.Collection<any>);
			public constructor(readFrom: org.json.JSONTokener);
			public equals(o: any): boolean;
			public get(index: number): any;
			public getBoolean(index: number): boolean;
			public getDouble(index: number): number;
			public getInt(index: number): number;
			public getJSONArray(index: number): org.json.JSONArray;
			public getJSONObject(index: number): org.json.JSONObject;
			public getLong(index: number): number;
			public getString(index: number): string;
			public hashCode(): number;
			public isNull(index: number): boolean;
			public join(separator: string): string;
			public length(): number;
			public opt(index: number): any;
			public optBoolean(index: number): boolean;
			public optBoolean(index: number, fallback: boolean): boolean;
			public optDouble(index: number): number;
			public optDouble(index: number, fallback: number): number;
			public optInt(index: number): number;
			public optInt(index: number, fallback: number): number;
			public optJSONArray(index: number): org.json.JSONArray;
			public optJSONObject(index: number): org.json.JSONObject;
			public optLong(index: number): number;
			public optLong(index: number, fallback: number): number;
			public optString(index: number): string;
			public optString(index: number, fallback: string): string;
			public put(value: boolean): org.json.JSONArray;
			public put(value: number): org.json.JSONArray;
			public put(index: number, value: boolean): org.json.JSONArray;
			public put(index: number, value: number): org.json.JSONArray;
			public put(index: number, value: any): org.json.JSONArray;
			public put(value: any): org.json.JSONArray;
			public remove(index: number): any;
			public toJSONObject(names: org.json.JSONArray): org.json.JSONObject;
			public toString(): string;
			public toString(indentSpaces: number): string;
		}
		export class JSONException extends java.lang.Exception {
			public static class: java.lang.Class<org.json.JSONException>;
			public constructor();
			/** @since 27 */
			public constructor(message: string, cause: java.lang.Throwable);
			/** @since 24 */
			public constructor(message: string, cause: java.lang.Throwable, enableSuppression: boolean, writableStackTrace: boolean);
			/** @since 27 */
			public constructor(cause: java.lang.Throwable);
			public constructor(s: string);
		}
		export class JSONObject extends java.lang.Object {
			public static class: java.lang.Class<org.json.JSONObject>;
			public static NULL: any;
			public constructor();
			public constructor(json: string);
			public constructor(copyFrom: java.util.Map<any,any>);
			public constructor(copyFrom: org.json.JSONObject, names: androidNative.Array<string>);
			public constructor(readFrom: org.json.JSONTokener);
			public accumulate(name: string, value: any): org.json.JSONObject;
			/** @since 33 */
			public append(name: string, value: any): org.json.JSONObject;
			public get(name: string): any;
			public getBoolean(name: string): boolean;
			public getDouble(name: string): number;
			public getInt(name: string): number;
			public getJSONArray(name: string): org.json.JSONArray;
			public getJSONObject(name: string): org.json.JSONObject;
			public getLong(name: string): number;
			public getString(name: string): string;
			public has(name: string | null): boolean;
			public isNull(name: string | null): boolean;
			public keys(): java.util.Iterator<string>;
			public length(): number;
			public names(): org.json.JSONArray | null;
			public static numberToString(number: java.lang.Number): string;
			public opt(name: string | null): any;
			public optBoolean(name: string | null): boolean;
			public optBoolean(name: string | null, fallback: boolean): boolean;
			public optDouble(name: string | null): number;
			public optDouble(name: string | null, fallback: number): number;
			public optInt(name: string | null): number;
			public optInt(name: string | null, fallback: number): number;
			public optJSONArray(name: string | null): org.json.JSONArray | null;
			public optJSONObject(name: string | null): org.json.JSONObject | null;
			public optLong(name: string | null): number;
			public optLong(name: string | null, fallback: number): number;
			public optString(name: string | null): string;
			public optString(name: string | null, fallback: string): string;
			public put(name: string, value: boolean): org.json.JSONObject;
			public put(name: string, value: number): org.json.JSONObject;
			public put(name: string, value: any): org.json.JSONObject;
			public putOpt(name: string | null, value: any): org.json.JSONObject;
			public static quote(data: string | null): string;
			public remove(name: string | null): any;
			public toJSONArray(names: org.json.JSONArray | null): org.json.JSONArray | null;
			public toString(): string;
			public toString(indentSpaces: number): string;
			public static wrap(o: any): any;
		}
	}
}
