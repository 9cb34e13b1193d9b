// The macros that common headers define without a prefix, as one header. Each expands to what is no C++, so that the
// library, included after this, must not use the names: as macros with parameters not before a parenthesis, as others
// not at all. (In use they have other values: of some the library could use the name by luck.)
#pragma once

#include "standard.hpp"

#define CTNN_NO_CPLUSPLUS @

// Defined already, by a compiler without -std or by the C library.
#undef I
#undef M_PI
#undef MAX
#undef MIN
#undef arm
#undef complex
#undef i386
#undef linux
#undef unix

// Arduino's cores.
#define HIGH CTNN_NO_CPLUSPLUS
#define LOW CTNN_NO_CPLUSPLUS
#define INPUT CTNN_NO_CPLUSPLUS
#define OUTPUT CTNN_NO_CPLUSPLUS
#define INPUT_PULLUP CTNN_NO_CPLUSPLUS
#define PI CTNN_NO_CPLUSPLUS
#define HALF_PI CTNN_NO_CPLUSPLUS
#define TWO_PI CTNN_NO_CPLUSPLUS
#define DEG_TO_RAD CTNN_NO_CPLUSPLUS
#define RAD_TO_DEG CTNN_NO_CPLUSPLUS
#define EULER CTNN_NO_CPLUSPLUS
#define SERIAL CTNN_NO_CPLUSPLUS
#define DISPLAY CTNN_NO_CPLUSPLUS
#define LSBFIRST CTNN_NO_CPLUSPLUS
#define MSBFIRST CTNN_NO_CPLUSPLUS
#define CHANGE CTNN_NO_CPLUSPLUS
#define FALLING CTNN_NO_CPLUSPLUS
#define RISING CTNN_NO_CPLUSPLUS
#define DEFAULT CTNN_NO_CPLUSPLUS
#define EXTERNAL CTNN_NO_CPLUSPLUS
#define INTERNAL CTNN_NO_CPLUSPLUS
#define A0 CTNN_NO_CPLUSPLUS
#define A1 CTNN_NO_CPLUSPLUS
#define A2 CTNN_NO_CPLUSPLUS
#define A3 CTNN_NO_CPLUSPLUS
#define A4 CTNN_NO_CPLUSPLUS
#define A5 CTNN_NO_CPLUSPLUS
#define A6 CTNN_NO_CPLUSPLUS
#define A7 CTNN_NO_CPLUSPLUS
#define B0 CTNN_NO_CPLUSPLUS
#define B1 CTNN_NO_CPLUSPLUS
#define B00 CTNN_NO_CPLUSPLUS
#define B01 CTNN_NO_CPLUSPLUS
#define B10 CTNN_NO_CPLUSPLUS
#define B11 CTNN_NO_CPLUSPLUS
#define B000 CTNN_NO_CPLUSPLUS
#define B111 CTNN_NO_CPLUSPLUS
#define B0000 CTNN_NO_CPLUSPLUS
#define B1111 CTNN_NO_CPLUSPLUS
#define B00000000 CTNN_NO_CPLUSPLUS
#define B11111111 CTNN_NO_CPLUSPLUS
#define DEC CTNN_NO_CPLUSPLUS
#define HEX CTNN_NO_CPLUSPLUS
#define OCT CTNN_NO_CPLUSPLUS
#define BIN CTNN_NO_CPLUSPLUS
#define SS CTNN_NO_CPLUSPLUS
#define SCK CTNN_NO_CPLUSPLUS
#define SDA CTNN_NO_CPLUSPLUS
#define SCL CTNN_NO_CPLUSPLUS
#define MOSI CTNN_NO_CPLUSPLUS
#define MISO CTNN_NO_CPLUSPLUS
#define PROGMEM CTNN_NO_CPLUSPLUS
#define LED_BUILTIN CTNN_NO_CPLUSPLUS
#define NOT_A_PIN CTNN_NO_CPLUSPLUS
#define SREG CTNN_NO_CPLUSPLUS
#define PORTB CTNN_NO_CPLUSPLUS
#define DDRB CTNN_NO_CPLUSPLUS
#define PINB CTNN_NO_CPLUSPLUS
#define min(a, b) CTNN_NO_CPLUSPLUS
#define max(a, b) CTNN_NO_CPLUSPLUS
#define abs(x) CTNN_NO_CPLUSPLUS
#define constrain(x, low, high) CTNN_NO_CPLUSPLUS
#define round(x) CTNN_NO_CPLUSPLUS
#define radians(x) CTNN_NO_CPLUSPLUS
#define degrees(x) CTNN_NO_CPLUSPLUS
#define sq(x) CTNN_NO_CPLUSPLUS
#define interrupts() CTNN_NO_CPLUSPLUS
#define noInterrupts() CTNN_NO_CPLUSPLUS
#define lowByte(x) CTNN_NO_CPLUSPLUS
#define highByte(x) CTNN_NO_CPLUSPLUS
#define bitRead(x, b) CTNN_NO_CPLUSPLUS
#define bitSet(x, b) CTNN_NO_CPLUSPLUS
#define bitClear(x, b) CTNN_NO_CPLUSPLUS
#define bitToggle(x, b) CTNN_NO_CPLUSPLUS
#define bitWrite(x, b, v) CTNN_NO_CPLUSPLUS
#define bit(b) CTNN_NO_CPLUSPLUS
#define word(...) CTNN_NO_CPLUSPLUS
#define F(x) CTNN_NO_CPLUSPLUS
#define _BV(b) CTNN_NO_CPLUSPLUS
#define PSTR(s) CTNN_NO_CPLUSPLUS
#define sei() CTNN_NO_CPLUSPLUS
#define cli() CTNN_NO_CPLUSPLUS

// <windows.h> and what it includes.
#define near CTNN_NO_CPLUSPLUS
#define far CTNN_NO_CPLUSPLUS
#define small CTNN_NO_CPLUSPLUS
#define hyper CTNN_NO_CPLUSPLUS
#define cdecl CTNN_NO_CPLUSPLUS
#define pascal CTNN_NO_CPLUSPLUS
#define interface CTNN_NO_CPLUSPLUS
#define IN CTNN_NO_CPLUSPLUS
#define OUT CTNN_NO_CPLUSPLUS
#define OPTIONAL CTNN_NO_CPLUSPLUS
#define ERROR CTNN_NO_CPLUSPLUS
#define VOID CTNN_NO_CPLUSPLUS
#define CONST CTNN_NO_CPLUSPLUS
#define TRUE CTNN_NO_CPLUSPLUS
#define FALSE CTNN_NO_CPLUSPLUS
#define DELETE CTNN_NO_CPLUSPLUS
#define THIS CTNN_NO_CPLUSPLUS
#define DIFFERENCE CTNN_NO_CPLUSPLUS
#define ABSOLUTE CTNN_NO_CPLUSPLUS
#define RELATIVE CTNN_NO_CPLUSPLUS
#define TRANSPARENT CTNN_NO_CPLUSPLUS
#define OPAQUE CTNN_NO_CPLUSPLUS
#define STRICT CTNN_NO_CPLUSPLUS
#define UNICODE CTNN_NO_CPLUSPLUS
#define NO_ERROR CTNN_NO_CPLUSPLUS
#define FAR CTNN_NO_CPLUSPLUS
#define NEAR CTNN_NO_CPLUSPLUS
#define WINAPI CTNN_NO_CPLUSPLUS
#define CALLBACK CTNN_NO_CPLUSPLUS
#define DOMAIN CTNN_NO_CPLUSPLUS
#define OVERFLOW CTNN_NO_CPLUSPLUS
#define UNDERFLOW CTNN_NO_CPLUSPLUS
#define SING CTNN_NO_CPLUSPLUS
#define PLOSS CTNN_NO_CPLUSPLUS
#define TLOSS CTNN_NO_CPLUSPLUS
#define rad1 CTNN_NO_CPLUSPLUS
#define rad2 CTNN_NO_CPLUSPLUS
#define chx1 CTNN_NO_CPLUSPLUS
#define cmb1 CTNN_NO_CPLUSPLUS
#define edt1 CTNN_NO_CPLUSPLUS
#define frm1 CTNN_NO_CPLUSPLUS
#define ico1 CTNN_NO_CPLUSPLUS
#define lst1 CTNN_NO_CPLUSPLUS
#define rct1 CTNN_NO_CPLUSPLUS
#define scr1 CTNN_NO_CPLUSPLUS
#define stc1 CTNN_NO_CPLUSPLUS
#define grp1 CTNN_NO_CPLUSPLUS
#define psh1 CTNN_NO_CPLUSPLUS
#define GetObject CTNN_NO_CPLUSPLUS
#define GetMessage CTNN_NO_CPLUSPLUS
#define SendMessage CTNN_NO_CPLUSPLUS
#define GetCurrentTime CTNN_NO_CPLUSPLUS
#define LoadImage CTNN_NO_CPLUSPLUS
#define LoadLibrary CTNN_NO_CPLUSPLUS
#define DrawText CTNN_NO_CPLUSPLUS
#define CopyFile CTNN_NO_CPLUSPLUS
#define MoveFile CTNN_NO_CPLUSPLUS
#define DeleteFile CTNN_NO_CPLUSPLUS
#define FindText CTNN_NO_CPLUSPLUS
#define ReplaceText CTNN_NO_CPLUSPLUS
#define CreateWindow CTNN_NO_CPLUSPLUS
#define environ CTNN_NO_CPLUSPLUS
#define Yield() CTNN_NO_CPLUSPLUS
#define GetFreeSpace(x) CTNN_NO_CPLUSPLUS
#define IsMinimized(x) CTNN_NO_CPLUSPLUS
#define GetFirstChild(x) CTNN_NO_CPLUSPLUS
#define GetNextSibling(x) CTNN_NO_CPLUSPLUS

// Qt.
#define signals CTNN_NO_CPLUSPLUS
#define slots CTNN_NO_CPLUSPLUS
#define emit CTNN_NO_CPLUSPLUS
#define foreach CTNN_NO_CPLUSPLUS
#define forever CTNN_NO_CPLUSPLUS
#define Q_SIGNALS CTNN_NO_CPLUSPLUS
#define Q_SLOTS CTNN_NO_CPLUSPLUS
#define Q_EMIT CTNN_NO_CPLUSPLUS
#define Q_OBJECT CTNN_NO_CPLUSPLUS
#define Q_GADGET CTNN_NO_CPLUSPLUS
#define Q_INVOKABLE CTNN_NO_CPLUSPLUS
#define SIGNAL(x) CTNN_NO_CPLUSPLUS
#define SLOT(x) CTNN_NO_CPLUSPLUS
#define Q_UNUSED(x) CTNN_NO_CPLUSPLUS
#define Q_ASSERT(x) CTNN_NO_CPLUSPLUS
#define Q_PROPERTY(x) CTNN_NO_CPLUSPLUS

// X11.
#define None CTNN_NO_CPLUSPLUS
#define Bool CTNN_NO_CPLUSPLUS
#define Status CTNN_NO_CPLUSPLUS
#define True CTNN_NO_CPLUSPLUS
#define False CTNN_NO_CPLUSPLUS
#define Success CTNN_NO_CPLUSPLUS
#define Always CTNN_NO_CPLUSPLUS
#define Never CTNN_NO_CPLUSPLUS
#define Complex CTNN_NO_CPLUSPLUS
#define Convex CTNN_NO_CPLUSPLUS
#define Nonconvex CTNN_NO_CPLUSPLUS
#define Above CTNN_NO_CPLUSPLUS
#define Below CTNN_NO_CPLUSPLUS
#define Opposite CTNN_NO_CPLUSPLUS
#define Absolute CTNN_NO_CPLUSPLUS
#define Relative CTNN_NO_CPLUSPLUS
#define Unsorted CTNN_NO_CPLUSPLUS
#define Button1 CTNN_NO_CPLUSPLUS
#define ControlMask CTNN_NO_CPLUSPLUS
#define CurrentTime CTNN_NO_CPLUSPLUS
#define CursorShape CTNN_NO_CPLUSPLUS
#define DestroyAll CTNN_NO_CPLUSPLUS
#define Expose CTNN_NO_CPLUSPLUS
#define FocusIn CTNN_NO_CPLUSPLUS
#define GrayScale CTNN_NO_CPLUSPLUS
#define KeyPress CTNN_NO_CPLUSPLUS
#define LineSolid CTNN_NO_CPLUSPLUS
#define StaticGray CTNN_NO_CPLUSPLUS
#define TopIf CTNN_NO_CPLUSPLUS
#define BottomIf CTNN_NO_CPLUSPLUS
#define WhenMapped CTNN_NO_CPLUSPLUS
#define NotUseful CTNN_NO_CPLUSPLUS
#define ParentRelative CTNN_NO_CPLUSPLUS
#define RevertToNone CTNN_NO_CPLUSPLUS
#define PointerRoot CTNN_NO_CPLUSPLUS
#define AnyKey CTNN_NO_CPLUSPLUS

// C libraries.
#define I CTNN_NO_CPLUSPLUS
#define complex CTNN_NO_CPLUSPLUS
#define imaginary CTNN_NO_CPLUSPLUS
#define unix CTNN_NO_CPLUSPLUS
#define linux CTNN_NO_CPLUSPLUS
#define i386 CTNN_NO_CPLUSPLUS
#define arm CTNN_NO_CPLUSPLUS
#define MIN CTNN_NO_CPLUSPLUS
#define MAX CTNN_NO_CPLUSPLUS
#define ECHO CTNN_NO_CPLUSPLUS
#define PENDIN CTNN_NO_CPLUSPLUS
#define major CTNN_NO_CPLUSPLUS
#define minor CTNN_NO_CPLUSPLUS
#define noreturn CTNN_NO_CPLUSPLUS
#define M_PI CTNN_NO_CPLUSPLUS
#define _U CTNN_NO_CPLUSPLUS
#define _L CTNN_NO_CPLUSPLUS
#define _N CTNN_NO_CPLUSPLUS
#define _S CTNN_NO_CPLUSPLUS
#define _P CTNN_NO_CPLUSPLUS
#define _C CTNN_NO_CPLUSPLUS
#define _X CTNN_NO_CPLUSPLUS
#define _B CTNN_NO_CPLUSPLUS
#define makedev(a, b) CTNN_NO_CPLUSPLUS
#define howmany(x, y) CTNN_NO_CPLUSPLUS
#define roundup(x, y) CTNN_NO_CPLUSPLUS
#define powerof2(x) CTNN_NO_CPLUSPLUS
#define setbit(a, i) CTNN_NO_CPLUSPLUS
#define clrbit(a, i) CTNN_NO_CPLUSPLUS
#define isset(a, i) CTNN_NO_CPLUSPLUS
#define isclr(a, i) CTNN_NO_CPLUSPLUS
#define isnan(x) CTNN_NO_CPLUSPLUS
#define isinf(x) CTNN_NO_CPLUSPLUS
#define isfinite(x) CTNN_NO_CPLUSPLUS
#define isnormal(x) CTNN_NO_CPLUSPLUS
#define signbit(x) CTNN_NO_CPLUSPLUS
#define fpclassify(x) CTNN_NO_CPLUSPLUS
#define isgreater(x, y) CTNN_NO_CPLUSPLUS
#define isless(x, y) CTNN_NO_CPLUSPLUS
#define isunordered(x, y) CTNN_NO_CPLUSPLUS
#define clamp(x, low, high) CTNN_NO_CPLUSPLUS
#define container_of(a, b, c) CTNN_NO_CPLUSPLUS

// macOS and Unreal Engine.
#define nil CTNN_NO_CPLUSPLUS
#define Nil CTNN_NO_CPLUSPLUS
#define YES CTNN_NO_CPLUSPLUS
#define NO CTNN_NO_CPLUSPLUS
#define check(x) CTNN_NO_CPLUSPLUS
#define checkf(...) CTNN_NO_CPLUSPLUS
#define check_noerr(x) CTNN_NO_CPLUSPLUS
#define require(x, label) CTNN_NO_CPLUSPLUS
#define require_noerr(x, label) CTNN_NO_CPLUSPLUS
#define require_action(x, label, y) CTNN_NO_CPLUSPLUS
#define require_quiet(x, label) CTNN_NO_CPLUSPLUS
#define verify(x) CTNN_NO_CPLUSPLUS
#define verify_noerr(x) CTNN_NO_CPLUSPLUS
#define verify_action(x, y) CTNN_NO_CPLUSPLUS
#define ncheck(x) CTNN_NO_CPLUSPLUS
#define nrequire(x, label) CTNN_NO_CPLUSPLUS
#define nverify(x) CTNN_NO_CPLUSPLUS
#define ensure(x) CTNN_NO_CPLUSPLUS
#define TEXT(x) CTNN_NO_CPLUSPLUS

// Boards' headers and everyday code.
#define BIT CTNN_NO_CPLUSPLUS
#define UNUSED CTNN_NO_CPLUSPLUS
#define SET CTNN_NO_CPLUSPLUS
#define RESET CTNN_NO_CPLUSPLUS
#define ENABLE CTNN_NO_CPLUSPLUS
#define DISABLE CTNN_NO_CPLUSPLUS
#define SUCCESS CTNN_NO_CPLUSPLUS
#define FAIL CTNN_NO_CPLUSPLUS
#define PASS CTNN_NO_CPLUSPLUS
#define OK CTNN_NO_CPLUSPLUS
#define WARN CTNN_NO_CPLUSPLUS
#define INFO CTNN_NO_CPLUSPLUS
#define DEBUG CTNN_NO_CPLUSPLUS
#define TRACE CTNN_NO_CPLUSPLUS
#define EPSILON CTNN_NO_CPLUSPLUS
#define SIZE CTNN_NO_CPLUSPLUS
#define READ CTNN_NO_CPLUSPLUS
#define WRITE CTNN_NO_CPLUSPLUS
#define FLAG CTNN_NO_CPLUSPLUS
#define MASK CTNN_NO_CPLUSPLUS
#define CLAMP CTNN_NO_CPLUSPLUS
#define BLOCK CTNN_NO_CPLUSPLUS
#define STATIC CTNN_NO_CPLUSPLUS
#define EXTERN CTNN_NO_CPLUSPLUS
#define PRIVATE CTNN_NO_CPLUSPLUS
#define PUBLIC CTNN_NO_CPLUSPLUS
#define LOCAL CTNN_NO_CPLUSPLUS
#define GLOBAL CTNN_NO_CPLUSPLUS
#define IRAM_ATTR CTNN_NO_CPLUSPLUS
#define PAGE_SIZE CTNN_NO_CPLUSPLUS
#define CHECK(x) CTNN_NO_CPLUSPLUS
#define REQUIRE(x) CTNN_NO_CPLUSPLUS
#define TEST(x) CTNN_NO_CPLUSPLUS
#define ASSERT(x) CTNN_NO_CPLUSPLUS
#define EXPECT(x) CTNN_NO_CPLUSPLUS
#define LOG(x) CTNN_NO_CPLUSPLUS
#define SWAP(a, b) CTNN_NO_CPLUSPLUS
#define ARRAY_SIZE(a) CTNN_NO_CPLUSPLUS
#define STRINGIFY(x) CTNN_NO_CPLUSPLUS
#define CONCAT(a, b) CTNN_NO_CPLUSPLUS
#define swap(a, b) CTNN_NO_CPLUSPLUS
