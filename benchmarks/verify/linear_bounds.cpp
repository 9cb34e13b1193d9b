// linear bounds of 5-50x6-5

#include "nets.hpp"

constexpr auto& net = nets::drawn<nets::deep>;
constexpr auto x = nets::center<nets::deep>();
static_assert(net(x)[0] == net(x)[0]);

#ifndef CTNN_WITHOUT
constexpr auto y = ctnn::linear_bounds(net, ctnn::box<float, 5>::around(x, 0.01f));
static_assert(y[0].lower < y[0].upper);
#endif
