package org.ohmstead.jobs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All that the slices have handed in.
 *
 * @throws IllegalStateException if two have the same name
 */
record JobKinds(List<Recurring> recurring, List<OneOff<?>> oneOffs) {
    JobKinds {
        recurring = List.copyOf(recurring);
        oneOffs = List.copyOf(oneOffs);
        Set<String> known = new HashSet<>();
        names(recurring, oneOffs).forEach(name -> {
            if (!known.add(name)) {
                throw new IllegalStateException("Two jobs are called " + name + "; each needs a name of its own");
            }
        });
    }

    Set<String> names() {
        return new TreeSet<>(names(recurring, oneOffs).toList());
    }

    private static Stream<String> names(List<Recurring> recurring, List<OneOff<?>> oneOffs) {
        return Stream.concat(
                recurring.stream().map(Recurring::name), oneOffs.stream().map(OneOff::name));
    }

    List<JobKind> all(JobsSettings settings) {
        return Stream.<JobKind>concat(
                        recurring.stream().map(job -> new JobKind.EverySoOften(job, settings)),
                        oneOffs.stream().map(job -> new JobKind.Once<>(job, settings)))
                .toList();
    }
}
