#pragma once

#include <array>
#include <cstddef>
#include <ctnn/placed/affine_map.hpp>
#include <ctnn/tensor/detail/groups_of.hpp>
#include <ctnn/tensor/matrix.hpp>

namespace ctnn::placed {

// The weights and biases of each window of an affine layer as those of a dense layer. Where windows take blocks of weights
// in turn, these are copied apart.
template <class Stage, std::size_t Groups = tensor::groups_of<typename Stage::bound::windows>>
class weights_in_blocks {
    using bound = typename Stage::bound;
    using scalar = typename Stage::scalar;
    static constexpr std::size_t size = bound::windows::size, channels = bound::channels;

public:
    struct block {
        matrix<scalar, size, channels> weights;
        std::array<scalar, channels> biases;
    };

    constexpr explicit weights_in_blocks(typename Stage::parameters const& p) {
        scalar const *from = p.weights.values.data(), *bias = p.biases.data();
        for (block& each : blocks_)
            for (scalar& to : each.biases)
                to = *bias++;
        for (std::size_t k = 0; k < size; ++k)
            for (block& each : blocks_)
                for (std::size_t c = 0; c < channels; ++c)
                    each.weights.values[k * channels + c] = *from++;
    }
    constexpr block const& of(std::size_t window) const { return blocks_[window % Groups]; }

private:
    block blocks_[Groups]{};
};

template <class Stage>
class weights_in_blocks<Stage, 1> {
public:
    constexpr explicit weights_in_blocks(typename Stage::parameters const& p) : p_(p) {}
    constexpr typename Stage::parameters const& of(std::size_t) const { return p_; }

private:
    typename Stage::parameters const& p_;
};

} // namespace ctnn::placed
