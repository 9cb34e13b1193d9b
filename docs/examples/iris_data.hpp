#pragma once

// Fisher's iris flowers, from data/iris.csv to samples. All of it is constexpr, so the compiler
// can train on the flowers as well.

#include "iris_csv.hpp" // made by ctnn_embed from data/iris.csv: the file's text, as `iris_csv`

#include <array>
#include <cstddef>
#include <ctnn/ctnn.hpp>

namespace iris {

using scalar = float;

inline constexpr auto& flowers = ctnn::embedded_samples<iris_csv, scalar, 4, 3>;
inline constexpr std::size_t trained = 120, unseen = flowers.size() - trained;
inline constexpr std::array<char const*, 3> species{"setosa", "versicolor", "virginica"};

// The file is sorted by species, so it is shuffled before it is split. Both parts are then put on
// one scale, with the mean and the deviation of the training part alone: the test part is unseen.
inline constexpr auto parts = ctnn::split<trained>(flowers, 1);
inline constexpr auto on_one_scale = ctnn::standardization(parts.training);

inline constexpr struct {
    decltype(parts.training) training = on_one_scale(parts.training);
    decltype(parts.test) test = on_one_scale(parts.test);
} data;

} // namespace iris
