#pragma once

// Handwritten digits of 8x8 pixels in float, 1500 of them, EPOCHS epochs; of some that the network has not seen, it
// must know the share EXPECTED_ACCURACY. It is 64-16-10, or with CONVOLUTION four channels of 3x3 windows, a pool and 10.

#include "../../../docs/examples/digits_data.hpp"

#include <cstddef>
#include <ctnn/ctnn.hpp>
#include <ctnn/training/trained.hpp>
#include <span>

#ifdef CONVOLUTION
using model =
    ctnn::network<float, ctnn::input<8, 8, 1>, ctnn::conv2d<4, ctnn::kernel_size<3, 3>, ctnn::relu>,
                  ctnn::max_pool<ctnn::kernel_size<2, 2>>, //
                  ctnn::dense<10, ctnn::softmax>>;
#else
using model = ctnn::network<float, ctnn::input<64>, ctnn::dense<16, ctnn::relu>,
                            ctnn::dense<10, ctnn::softmax>>;
#endif

struct recipe {
    static constexpr auto network = ctnn::initialize<model>(ctnn::he_uniform{}, 1234);
    static constexpr ctnn::cross_entropy loss{};
    static constexpr ctnn::sgd optimizer{.learning_rate = 0.02};
    static constexpr auto& samples = digits::training;
    static constexpr std::size_t epochs = EPOCHS;
};
static_assert(recipe::samples.size() == 1500 && digits::test.size() == 297);

constexpr auto& trained = ctnn::trained<recipe>;
static_assert(ctnn::accuracy(trained.network, std::span(digits::test).first<TESTED>()) >=
              EXPECTED_ACCURACY);

int main() {}
