// Under the thread sanitizer: a thread that trains a network and one that runs another share
// nothing. With an argument both use the same network, which the sanitizer has to find.

#include "work.hpp"

#include <cstdio>
#include <thread>

int main(int count, char**) {
    auto const all = some_samples();
    auto trained = ctnn::initialize<classifier>(ctnn::he_normal{}, 1);
    auto other = ctnn::initialize<classifier>(ctnn::he_normal{}, 2);
    classifier const& run = count > 1 ? trained : other;
    bool learnt = true;
    float sum = 0;
    // The samples are shared; they are only read.
    std::thread trainer([&] {
        for (int k = 0; k < 20; ++k)
            learnt = learn(trained, all) && learnt;
    });
    std::thread runner([&] {
        for (int k = 0; k < 200; ++k)
            infer(run, all, sum);
    });
    trainer.join();
    runner.join();
    std::printf("outputs add up to %g\n", static_cast<double>(sum));
    return learnt ? 0 : 1;
}
