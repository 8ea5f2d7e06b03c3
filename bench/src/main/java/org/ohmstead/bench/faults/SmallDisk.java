package org.ohmstead.bench.faults;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A file system in memory that is too small, for as long as it is not made larger; only root may have one. */
record SmallDisk(Path folder) implements Closeable {
    /** Empty where this is not allowed. */
    static Optional<SmallDisk> mount(int mebibytes) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("ohmstead-small-disk");
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", folder.toString());
        if (!mounted) {
            Files.delete(folder);
            return Optional.empty();
        }
        SmallDisk disk = new SmallDisk(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(disk::unmount));
        return Optional.of(disk);
    }

    void enlarge(int mebibytes) throws IOException, InterruptedException {
        if (!run("mount", "-o", "remount,size=" + mebibytes + "m", folder.toString())) {
            throw new IOException(folder + " cannot be made larger");
        }
    }

    boolean isFull() throws IOException {
        return Files.getFileStore(folder).getUsableSpace() < 64 * 1024;
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(List.of(command))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        unmount();
        Files.deleteIfExists(folder);
    }

    private void unmount() {
        try {
            run("umount", "-l", folder.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
