#pragma once

#include <ctnn/import/detail/imported_step.hpp>
#include <ctnn/import/detail/layers/plain_layer.hpp>
#include <ctnn/import/detail/made_layer.hpp>
#include <ctnn/layer/batch_norm.hpp>
#include <ctnn/layer/normalization.hpp>

namespace ctnn::detail {

template <>
struct made_layer<imported_layers::normalization>
    : plain_layer<imported_layers::normalization, normalization> {};
template <>
struct described_layer<normalization> : plain_layer<imported_layers::normalization, normalization> {
};

template <>
struct made_layer<imported_layers::scale>
    : plain_layer<imported_layers::scale, basic_batch_norm<0.0>> {};
template <>
struct described_layer<basic_batch_norm<0.0>>
    : plain_layer<imported_layers::scale, basic_batch_norm<0.0>> {};

} // namespace ctnn::detail
