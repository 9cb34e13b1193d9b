# Builds all firmware for one board:
#   cmake -DBOARD=FILE -DBINARY=FOLDER -DGENERATOR=NAME -DHANA_DIRECTORY=FOLDER -P build.cmake
cmake_minimum_required(VERSION 3.25)

execute_process(COMMAND ${CMAKE_COMMAND} --fresh -S ${CMAKE_CURRENT_LIST_DIR}/board -B ${BINARY} -G ${GENERATOR}
  --toolchain ${BOARD} -DBoost_INCLUDE_DIR=${HANA_DIRECTORY} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} --build ${BINARY} COMMAND_ERROR_IS_FATAL ANY)
