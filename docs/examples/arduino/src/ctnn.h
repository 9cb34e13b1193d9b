#pragma once

// For Arduino, which finds a library by a header in src: docs/microcontroller.md says how it finds the others.
#include <ctnn/ctnn.hpp>
