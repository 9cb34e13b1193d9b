#pragma once

// Written by tests/oracles/numpy_draws.py.
// clang-format off

#include <cstdint>

namespace orders {

inline constexpr std::uint64_t size_1_seed_0_epoch_0[] = {
    0,
};

inline constexpr std::uint64_t size_2_seed_3_epoch_0[] = {
    0, 1,
};

inline constexpr std::uint64_t size_3_seed_3_epoch_0[] = {
    0, 1, 2,
};

inline constexpr std::uint64_t size_4_seed_1234_epoch_0[] = {
    2, 1, 3, 0,
};

inline constexpr std::uint64_t size_5_seed_1_epoch_1[] = {
    4, 0, 2, 1, 3,
};

inline constexpr std::uint64_t size_8_seed_2_epoch_2[] = {
    7, 5, 0, 2, 6, 4, 1, 3,
};

inline constexpr std::uint64_t size_9_seed_0_epoch_3[] = {
    2, 1, 0, 5, 7, 3, 6, 4, 8,
};

inline constexpr std::uint64_t size_10_seed_1234_epoch_0[] = {
    2, 5, 0, 8, 4, 3, 7, 9, 1, 6,
};

inline constexpr std::uint64_t size_10_seed_1234_epoch_1[] = {
    0, 8, 1, 9, 7, 5, 6, 3, 4, 2,
};

inline constexpr std::uint64_t size_17_seed_9_epoch_9[] = {
    16, 13, 10, 15, 3, 14, 2, 1, 5, 6, 9, 7, 12, 11, 0, 4, 8,
};

inline constexpr std::uint64_t size_30_seed_0_epoch_7[] = {
    24, 25, 26, 6, 20, 28, 11, 3, 7, 9, 23, 12, 19, 14, 4, 21, 29, 18, 15, 17, 13, 5, 16, 2, 22, 8,
    10, 0, 1, 27,
};

inline constexpr std::uint64_t size_150_seed_1_epoch_0[] = {
    2, 88, 142, 121, 68, 102, 141, 18, 101, 89, 129, 83, 22, 82, 47, 148, 110, 72, 24, 94, 108, 55,
    61, 135, 112, 43, 137, 78, 144, 133, 50, 71, 25, 103, 136, 87, 64, 35, 130, 38, 23, 104, 115,
    48, 84, 34, 17, 27, 126, 29, 36, 75, 99, 52, 63, 85, 73, 66, 147, 96, 117, 21, 6, 74, 76, 1, 30,
    53, 80, 123, 39, 58, 119, 9, 69, 5, 127, 92, 109, 91, 37, 122, 100, 32, 70, 8, 62, 134, 42, 11,
    7, 146, 14, 98, 111, 124, 106, 13, 28, 12, 95, 114, 4, 116, 105, 120, 45, 128, 125, 20, 59, 65,
    138, 46, 16, 26, 51, 44, 131, 10, 67, 77, 113, 107, 60, 31, 56, 79, 81, 93, 54, 90, 86, 3, 118,
    140, 41, 33, 15, 97, 139, 149, 19, 145, 132, 143, 40, 0, 49, 57,
};

inline constexpr std::uint64_t large_seed_and_epoch[] = {
    19177, 53791, 81780, 9038, 30946, 22472, 55533, 84125,
};

inline constexpr std::uint64_t size_of_32_bits[] = {
    353414560u, 972370139u, 527871262u, 80936798u, 14858917u, 3488078179u, 2103572337u, 165512222u,
};

inline constexpr std::uint64_t size_of_64_bits[] = {
    986368822075154410u, 17590600874366786987u, 13142187120167058628u, 13521774732376592311u,
    16771324556172866066u, 3922104804803466916u, 8279987588400707991u, 11376827817110747428u,
};

// clang-format on

} // namespace orders
