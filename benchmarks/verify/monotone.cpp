// one input and one output of 4-64-64-2, for real arithmetic

#include "nets.hpp"

constexpr auto& net = nets::drawn<nets::wide>;
constexpr auto x = nets::center<nets::wide>();
static_assert(net(x)[0] == net(x)[0]);

#ifndef CTNN_WITHOUT
constexpr auto found = ctnn::verify::monotone(net, ctnn::box<float, 4>::around(x, 0.001f), 0, 0);
static_assert(found.in_real_arithmetic);
#endif
