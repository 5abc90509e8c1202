/* Stands in for mscms.dll where Wine's own lacks what Qt's window asks for: there is no colour profile.
   For the checks under Wine only; never shipped. */
#define EXPORT __declspec(dllexport)
#define NOTHING(name) EXPORT void *name(void) { return 0; }

NOTHING(OpenColorProfileW)
NOTHING(GetColorProfileFromHandle)
NOTHING(CloseColorProfile)
NOTHING(WcsCreateIccProfile)
