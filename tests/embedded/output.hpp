#pragma once

// How a test program tells what it found: the board's debugger shows it, or the host's console.
void print(char const* text);
