// robustness of a digit, 64-16-10

#include "nets.hpp"

constexpr auto& net = nets::drawn<nets::digits>;
constexpr auto x = nets::center<nets::digits>();
static_assert(net(x)[0] == net(x)[0]);

#ifndef CTNN_WITHOUT
static_assert(ctnn::verify::robust(net, x, 0.001f).proven());
#endif
