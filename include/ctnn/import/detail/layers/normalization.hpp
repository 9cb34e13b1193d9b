#pragma once

#include <cstddef>
#include <ctnn/activation/identity.hpp>
#include <ctnn/import/detail/imported_step.hpp>
#include <ctnn/import/detail/made_layer.hpp>
#include <ctnn/layer/batch_norm.hpp>
#include <ctnn/layer/normalization.hpp>
#include <ctnn/layer/prelu.hpp>
#include <ctnn/number/real.hpp>

namespace ctnn::detail {

template <>
struct made_layer<imported_layers::normalization> : made_plain_layer<normalization> {};
template <>
struct described_layer<normalization> : described_plain_layer<imported_layers::normalization> {};

template <>
struct made_layer<imported_layers::prelu> : made_plain_layer<prelu> {};
template <>
struct described_layer<prelu> : described_plain_layer<imported_layers::prelu> {};

// setting: epsilon.
template <>
struct made_layer<imported_layers::batch_norm> {
    template <auto const& Plan, std::size_t Index>
    using type = basic_batch_norm<real{Plan.steps[Index].setting}>;
};
template <real Epsilon>
struct described_layer<basic_batch_norm<Epsilon>>
    : described_plain_layer<imported_layers::batch_norm> {
    static constexpr imported_signature signature{
        imported_layers::batch_norm, {}, {}, Epsilon.value};
};

} // namespace ctnn::detail
