# For cmake --toolchain: QEMU's board "virt" with a 32-bit RISC-V that has a single-precision unit.
set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_SYSTEM_PROCESSOR riscv32)
set(CMAKE_CXX_COMPILER riscv64-unknown-elf-g++)
set(CMAKE_C_COMPILER riscv64-unknown-elf-gcc)
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)

# Debian has no C++ library for bare-metal RISC-V. Of the one for Arm only headers are used, which are
# the same but for what they ask the compiler.
file(GLOB headers /usr/include/newlib/c++/*)
set(CMAKE_CXX_FLAGS_INIT "-march=rv32imafc -mabi=ilp32f -mcmodel=medany")
set(CMAKE_C_FLAGS_INIT ${CMAKE_CXX_FLAGS_INIT})
set(CMAKE_CXX_STANDARD_INCLUDE_DIRECTORIES
  ${headers} ${headers}/arm-none-eabi/thumb/nofp /usr/include/newlib)

# What support/firmware.cmake asks for.
set(BOARD_SUPPORT riscv)
set(BOARD_IS_EMULATED ON) # support/counter.hpp
set(BOARD_MEMORY riscv_virt.ld)
set(CMAKE_CROSSCOMPILING_EMULATOR qemu-system-riscv32 -M virt -bios none -display none -serial none
  -monitor none -semihosting-config enable=on,target=native -icount shift=8 -kernel)
