#pragma once

// What a network takes for what: a row for each class that the samples are of, a column for each
// class that the network says.

#include <array>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <ctnn/ctnn.hpp>

template <class Network, class Samples, std::size_t Classes>
void print_confusion(Network const& net, Samples const& samples,
                     std::array<char const*, Classes> const& names) {
    std::array<std::array<int, Classes>, Classes> counts{};
    for (auto const& sample : samples)
        ++counts[ctnn::argmax(sample.target)][ctnn::argmax(net(sample.input))];

    std::size_t longest = 0;
    for (char const* const name : names)
        longest = std::strlen(name) > longest ? std::strlen(name) : longest;
    int const width = static_cast<int>(longest) + 3;
    std::printf("\n%12s", "is \\ called");
    for (char const* const name : names)
        std::printf("%*s", width, name);
    std::printf("\n");
    for (std::size_t truth = 0; truth < Classes; ++truth) {
        std::printf("%12s", names[truth]);
        for (int const count : counts[truth])
            std::printf("%*d", width, count);
        std::printf("\n");
    }
}
