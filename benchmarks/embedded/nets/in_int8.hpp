#pragma once

#include "net.hpp"

namespace nets {

// The same network in integers of 8 bits.
template <class Net>
struct in_int8 {
    using network = ctnn::quantized<typename Net::network>;

    static constexpr auto calibration = [] {
        using from = typename Net::network;
        std::array<ctnn::sample<typename from::input_type, typename from::output_type>, 8>
            samples{};
        for (std::uint32_t seed = 0; auto& sample : samples)
            sample.input = input<from>(seed++);
        return samples;
    }();
    static constexpr network initial = ctnn::quantize(Net::initial, calibration).network;
};

} // namespace nets
