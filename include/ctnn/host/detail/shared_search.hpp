#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/host/detail/certificate.hpp>
#include <ctnn/host/detail/checkpoint.hpp>
#include <ctnn/host/detail/proof_state.hpp>
#include <ctnn/host/proof_options.hpp>
#include <ctnn/host/unknown_reason.hpp>
#include <ctnn/verify/detail/search/check_box.hpp>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

// Branch and bound over boxes as verify/detail/search/search.hpp does it, by several threads: they share one
// store of open boxes. What comes of a box depends on the box and those it was cut from alone, so the
// tree is the same for any number of threads, and so is the kind of the verdict once all of it is seen.

namespace ctnn::host::detail {
CTNN_ARITHMETIC_BEGIN

template <class Network, class Condition>
class shared_search {
public:
    using scalar = typename Network::scalar;
    static constexpr std::size_t inputs = Network::input_size;
    using state_type = proof_state<Network>;

    shared_search(Network const& net, box<scalar, inputs> const& in, Condition const& wanted,
                  state_type& state, proof_options const& options, std::uint64_t problem,
                  certificate_file& certificate)
        : net_(net), wanted_(wanted), state_(state), options_(options), problem_(problem),
          certificate_(certificate) {
        scouts_.push_back({{{in}}, nullptr, true});
        for (auto const& one : state.open)
            open_.push_back({one, nullptr});
        state.open.clear();
    }

    // Ends with what is left in the state.
    proof_progress run(file_problem& problem) {
        unsigned const all = (std::max)(1u, std::thread::hardware_concurrency());
        unsigned const count = options_.threads == 0 ? all : options_.threads;
        current_.resize(count);
        active_ = count;
        if (!(0 < options_.seconds))
            stop(unknown_reason::time);
        {
            joined_threads threads;
            stop_at_end const stop{*this};
            for (unsigned k = 0; k < count; ++k)
                threads.all.emplace_back([this, k] { work(k); });
            wait(problem);
        }
        if (failure_)
            std::rethrow_exception(failure_);
        state_ = snapshot();
        return progress();
    }

    // What ended it, if that was its budget.
    unknown_reason ended_by() const { return ended_by_; }

private:
    using clock = std::chrono::steady_clock;
    using bounds = verify::detail::chain_bounds<Network>;
    // Depth first leaves few boxes open, but could dive for ever where a bound is as good as its
    // roundings allow, beside a counterexample: now and then it is the turn of the oldest box.
    static constexpr std::size_t oldest_every = 2;
    // The cuts that are best for a proof may leave a counterexample undiscovered for long. So in a long search, some
    // boxes are for scouts, which start again from the whole box, cut its widest sides, and only look for counterexamples.
    static constexpr std::size_t boxes_before_scouts = 500, scout_every = 8, most_scouts = 10'000;
    // Of so many boxes at most, bounds are kept: what that takes is 16 bytes for each neuron.
    static constexpr std::size_t most_known = 20'000;
    struct open_part {
        part<Network> one;
        std::shared_ptr<bounds const> known; // of the box that it was cut from
        bool is_scout = false;
    };
    // Joined at the end, also where one of them could not be started. (libc++ before 20 has no std::jthread.)
    struct joined_threads {
        std::vector<std::thread> all{};
        ~joined_threads() {
            for (auto& one : all)
                one.join();
        }
    };
    // (before they are joined)
    struct stop_at_end {
        shared_search& search;
        ~stop_at_end() {
            std::lock_guard const lock(search.mutex_);
            search.stop();
        }
    };

    // (the first reason counts)
    void stop(unknown_reason reason = unknown_reason::none) {
        if (!stopped_)
            ended_by_ = reason;
        stopped_ = true;
        wakes_.notify_all();
    }

    void work(std::size_t slot) {
        std::unique_lock lock(mutex_);
        try {
            while (take(slot, lock)) {
                open_part const mine = *current_[slot];
                lock.unlock();
                auto known = std::make_shared<bounds>();
                auto const found = verify::detail::check_box(net_, mine.one.region.in, wanted_,
                                                             mine.one.region.phases, {},
                                                             mine.known.get(), known.get());
                auto const step = certificate_.is_wanted() && !mine.is_scout
                                      ? certificate_step(mine.one.region, found)
                                      : std::string{};
                lock.lock();
                certificate_.add(step);
                record(mine, found, std::move(known));
                current_[slot].reset();
                wakes_.notify_all();
            }
        } catch (...) {
            if (!lock.owns_lock())
                lock.lock();
            failure_ = std::current_exception();
            stop();
        }
        --active_;
        ended_.notify_all();
    }

    // The next box, into the slot: false if there will be none.
    bool take(std::size_t slot, std::unique_lock<std::mutex>& lock) {
        wakes_.wait(lock, [this] { return stopped_ || !open_.empty() || working_ == 0; });
        if (stopped_ || open_.empty())
            return false;
        if (taken_ >= options_.boxes) {
            stop(unknown_reason::boxes);
            return false;
        }
        ++taken_;
        bool const scouts = taken_ > boxes_before_scouts && taken_ % scout_every == 0 &&
                            scouts_taken_ < most_scouts && !scouts_.empty();
        if (scouts)
            ++scouts_taken_;
        else
            ++working_;
        auto& from = scouts ? scouts_ : open_;
        bool const oldest = (scouts ? scouts_taken_ : taken_) % oldest_every == 0;
        current_[slot] = std::move(oldest ? from.front() : from.back());
        oldest ? from.pop_front() : from.pop_back();
        return true;
    }

    template <class Finding>
    void record(open_part const& mine, Finding const& found, std::shared_ptr<bounds const> known) {
        using verify::detail::box_state;
        if (mine.is_scout)
            return record_scout(mine, found);
        --working_;
        ++state_.boxes;
        if (found.state == box_state::holds) {
            state_.share += mine.one.share;
            state_.margin = (std::min)(state_.margin, found.margin);
        } else if (found.state == box_state::violated) {
            state_.counterexample = found.suspect;
            open_.push_back(mine);
            stop();
        } else if (!found.has_halves()) {
            if (state_.given_up++ == 0)
                state_.left = mine.one.region.in;
            state_.given_up_share += mine.one.share;
        } else {
            open_part half{mine.one, nullptr};
            if (found.is_shrunk) {
                half.one.share =
                    std::ldexp(half.one.share, -static_cast<int>(verify::detail::halves_taken_off(
                                                   mine.one.region.in, found.part)));
                state_.share += mine.one.share - half.one.share;
                state_.margin = (std::min)(state_.margin, found.margin_of_rest);
            }
            half.one.share *= 0.5;
            if (open_.size() < most_known)
                half.known = std::move(known);
            for (auto const& region : verify::detail::halves_of(mine.one.region, found)) {
                half.one.region = region;
                open_.push_back(half);
            }
        }
    }

    // (others show again what a scout shows of a box)
    template <class Finding>
    void record_scout(open_part const& mine, Finding const& found) {
        using verify::detail::box_state;
        if (found.state == box_state::violated) {
            state_.counterexample = found.suspect;
            stop();
        } else if (found.state == box_state::open && found.has_halves()) {
            Finding halved = found;
            halved.cut =
                verify::detail::widest_side(found.is_shrunk ? found.part : mine.one.region.in);
            halved.split = verify::detail::no_neuron;
            if (!halved.has_halves())
                return;
            for (auto const& half : verify::detail::halves_of(mine.one.region, halved))
                scouts_.push_back({{half, mine.one.share}, nullptr, true});
        }
    }

    // In the thread of the caller: time, progress and checkpoints.
    void wait(file_problem& problem) {
        double told = 0, written = 0;
        std::unique_lock lock(mutex_);
        while (active_ != 0) {
            double next = options_.seconds;
            if (options_.progress)
                next = (std::min)(next, told + options_.progress_seconds);
            if (!options_.checkpoint.empty())
                next = (std::min)(next, written + options_.checkpoint_seconds);
            double const most = (std::clamp)(next - seconds(), 0.0, 60.0);
            ended_.wait_for(lock, std::chrono::duration<double>(most),
                            [this] { return active_ == 0; });
            double const now = seconds();
            if (!(now < options_.seconds))
                stop(unknown_reason::time);
            if (active_ != 0 && !options_.checkpoint.empty() &&
                now >= written + options_.checkpoint_seconds) {
                certificate_.flush(); // so that it has the steps that the checkpoint is after
                state_type const state = snapshot();
                lock.unlock();
                if (auto found =
                        write_checkpoint(options_.checkpoint, checkpoint_text(state, problem_)))
                    problem = found;
                lock.lock();
                written = seconds();
            }
            if (active_ != 0 && options_.progress && now >= told + options_.progress_seconds) {
                tell(lock);
                told = seconds();
            }
        }
        if (options_.progress)
            tell(lock);
    }

    void tell(std::unique_lock<std::mutex>& lock) {
        proof_progress const now = progress();
        lock.unlock();
        options_.progress(now);
        lock.lock();
    }

    // Shares are powers of two, but of a deep search too many of them for one double.
    double share() const {
        bool const is_whole = open_.empty() && working_ == 0 && state_.given_up == 0;
        return is_whole ? 1 : (std::min)(state_.share, 1.0);
    }

    // What is being looked at is still open.
    state_type snapshot() const {
        state_type state = state_;
        state.share = share();
        for (auto const& one : open_)
            state.open.push_back(one.one);
        for (auto const& one : current_)
            if (one && !one->is_scout)
                state.open.push_back(one->one);
        return state;
    }

    proof_progress progress() const {
        return {state_.boxes, open_.size() + working_, share(), seconds()};
    }

    double seconds() const { return std::chrono::duration<double>(clock::now() - begin_).count(); }

    Network const& net_;
    Condition const& wanted_;
    state_type& state_;
    proof_options const& options_;
    std::uint64_t problem_;
    certificate_file& certificate_;
    clock::time_point begin_ = clock::now();

    std::mutex mutex_{}; // of all that follows, and of the state
    std::condition_variable wakes_{}, ended_{};
    std::deque<open_part> open_{}, scouts_{};
    std::vector<std::optional<open_part>> current_{};
    std::size_t taken_ = 0, working_ = 0, active_ = 0, scouts_taken_ = 0;
    bool stopped_ = false;
    unknown_reason ended_by_ = unknown_reason::none;
    std::exception_ptr failure_{};
};

CTNN_ARITHMETIC_END
} // namespace ctnn::host::detail
