#pragma once

// Recurrent networks as audio effects have them: one number in and one out for each sample of a signal.

#include <cstddef>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/gru.hpp>
#include <ctnn/layer/lstm.hpp>
#include <ctnn/network/for_each_parameter.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/tensor/input.hpp>
#include <utility>

namespace benchmark {

template <template <std::size_t> class Layer, std::size_t Units>
using recurrent = ctnn::network<float, ctnn::input<1>, Layer<Units>, ctnn::dense<1>>;

// Between -0.25 and 0.25.
class small_numbers {
public:
    float operator()() {
        state = state * 1664525 + 1013904223;
        return static_cast<float>(state >> 8) / float(1 << 25) - 0.25F;
    }

private:
    unsigned state = 1;
};

// Calls action(name of the layer, units, network) for each net.
template <class Action>
void for_each_recurrent(Action const& action) {
    auto const one = [&]<template <std::size_t> class Layer, std::size_t Units>(char const* name) {
        recurrent<Layer, Units> net{};
        ctnn::for_each_parameter([draw = small_numbers{}](float& p) mutable { p = draw(); }, net);
        action(name, Units, net);
    };
    auto const each = [&]<std::size_t... Units>(std::index_sequence<Units...>) {
        (one.template operator()<ctnn::gru, Units>("gru"), ...);
        (one.template operator()<ctnn::lstm, Units>("lstm"), ...);
    };
    each(std::index_sequence<8, 16, 32, 64>{});
}

} // namespace benchmark
