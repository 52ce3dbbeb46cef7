// LeakSanitizer's own hook; nothing calls it in other builds.

extern "C" __attribute__((visibility("default"))) const char* __lsan_default_suppressions();

// libpqxx 6.4 forgets a result whenever it finds its connection broken. The name is
// LeakSanitizer's.
extern "C" const char* __lsan_default_suppressions() {  // NOLINT(bugprone-reserved-identifier)
    return "leak:libpqxx-6\n";
}
