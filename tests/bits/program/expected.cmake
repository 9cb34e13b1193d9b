# Writes what the program `constants` prints as the initializers of a table:
#   cmake -DCONSTANTS=PROGRAM -DEXPECTED=FILE -P expected.cmake
execute_process(COMMAND ${CONSTANTS} OUTPUT_VARIABLE lines COMMAND_ERROR_IS_FATAL ANY)
string(REGEX REPLACE "([^\n]+) ([0-9a-f]+)\n" "{\"\\1\", 0x\\2},\n" lines "${lines}")
file(WRITE ${EXPECTED} "${lines}")
