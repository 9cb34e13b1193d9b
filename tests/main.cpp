// Catch2 version 3 brings its main function in a library, version 2 wants one file to compile it.
#if !__has_include(<catch2/catch_test_macros.hpp>)
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
#endif
