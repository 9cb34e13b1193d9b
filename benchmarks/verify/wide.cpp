// one property of 4-64-64-2

#include "nets.hpp"

constexpr auto& net = nets::drawn<nets::wide>;
constexpr auto x = nets::center<nets::wide>();
static_assert(net(x)[0] == net(x)[0]);

#ifndef CTNN_WITHOUT
static_assert(ctnn::verify::output_within(net, ctnn::box<float, 4>::around(x, 0.1f),
                                          {{-9, -9}, {9, 9}})
                  .proven());
#endif
