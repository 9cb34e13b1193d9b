#pragma once

#include "net.hpp"

namespace nets {

// The same network in fixed point of 16 bits.
template <class Net>
struct in_fixed_point {
    using scalar = ctnn::fixed_point<3, 12>;
    static constexpr auto loss = Net::loss;
    static constexpr auto initial = ctnn::convert<scalar>(Net::initial);
    using network = std::remove_const_t<decltype(initial)>;
};

} // namespace nets
