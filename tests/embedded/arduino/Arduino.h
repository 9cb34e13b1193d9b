#pragma once

// What the sketches call of Arduino, only to compile them.
enum { LOW, HIGH, INPUT, OUTPUT };
enum { LED_BUILTIN = 13, A0 = 14, A1 = 15 };
void pinMode(int pin, int mode);
int analogRead(int pin);
int digitalRead(int pin);
void digitalWrite(int pin, int level);
void delay(unsigned long milliseconds);
