#pragma once

#include <cstddef>
#include <ctnn/detail/recipe_options.hpp>
namespace ctnn::compiler {
#ifndef STAGE
#define STAGE 200
#endif
template <class Recipe> struct stage_size { static constexpr std::size_t samples=STAGE, of_one_sample=1, limit=1; };
}
