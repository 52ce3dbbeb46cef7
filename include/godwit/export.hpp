#pragma once

/// GODWIT_API marks what a shared library of godwit exports; a static build needs nothing.

#if defined(GODWIT_SHARED) && defined(_WIN32)
#if defined(GODWIT_BUILDING)
#define GODWIT_API __declspec(dllexport)
#else
#define GODWIT_API __declspec(dllimport)
#endif
#elif defined(GODWIT_SHARED)
#define GODWIT_API __attribute__((visibility("default")))
#else
#define GODWIT_API
#endif
