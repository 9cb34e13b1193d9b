#pragma once

// How a program tells what it found: the board's debugger shows it.
void print(char const* text);
