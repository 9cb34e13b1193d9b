#pragma once

#include <cstddef>

namespace benchmark {

// A network with its state, of ctnn or of a peer, for a file that knows neither.
class player {
public:
    virtual ~player() = default;
    virtual void play(float const* signal, float* to, std::size_t count) = 0;
};

} // namespace benchmark
