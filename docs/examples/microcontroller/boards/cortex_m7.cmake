# For cmake --toolchain: Arm's MPS2 board with a Cortex-M7 that has a double-precision unit.
set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_SYSTEM_PROCESSOR arm)
set(CMAKE_CXX_COMPILER arm-none-eabi-g++)
set(CMAKE_C_COMPILER arm-none-eabi-gcc)
set(CMAKE_CXX_FLAGS_INIT "-mcpu=cortex-m7 -mthumb -mfpu=fpv5-d16 -mfloat-abi=hard")
set(CMAKE_C_FLAGS_INIT ${CMAKE_CXX_FLAGS_INIT})
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)

# What support/firmware.cmake asks for.
set(BOARD_SUPPORT arm)
set(BOARD_CLOCK 25000000)
set(BOARD_IS_EMULATED ON) # support/counter.hpp
set(BOARD_MEMORY mps2.ld)
set(CMAKE_CROSSCOMPILING_EMULATOR qemu-system-arm -M mps2-an500 -display none -serial none -monitor none
  -semihosting-config enable=on,target=native -icount shift=8 -kernel)
