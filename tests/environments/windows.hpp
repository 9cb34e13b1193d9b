// What a program for Windows includes first, without NOMINMAX and the like.
#include <winsock2.h>

#include <windows.h>

#include <commctrl.h>
#include <objbase.h>
#include <shlobj.h>
#include <windowsx.h>
