package refocus.eventsourcing.servers;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// PostgreSQL's own programs, unpacked from a jar, and the data directory they work on.
///
/// The server runs as a plain child process, so that whoever starts it sees it die and can start it again.
public record PostgresProgram(Path programs, Path data) {

    private static final Map<String, String> SETTINGS = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "max_connections", "200",
            "shared_buffers", "128MB",
            "max_wal_size", "512MB",
            "timezone", "UTC",
            "listen_addresses", "localhost",
            "unix_socket_directories", "");

    /// Unpacks the programs under `programs` and makes a database cluster in `data`, each where it is missing.
    public static PostgresProgram prepare(Path programs, Path data) throws IOException {
        var postgres = new PostgresProgram(programs, data);
        if (Files.notExists(programs)) {
            postgres.unpack();
        }
        if (Files.notExists(data.resolve("PG_VERSION"))) {
            postgres.initialise();
        }
        return postgres;
    }

    /// The command that runs the server on this port, for good.
    public List<String> command(int port) {
        var arguments = new ArrayList<>(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        SETTINGS.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        return program("postgres", arguments);
    }

    /// The same for a server that nobody reaches but by TLS 1.3, its superuser without and all others with a
    /// password.
    List<String> securedCommand(int port, Certificates certificates) throws IOException {
        Files.writeString(data.resolve("pg_hba.conf"), """
                hostssl all postgres 127.0.0.1/32 trust
                hostssl all postgres ::1/128 trust
                hostssl all all 127.0.0.1/32 scram-sha-256
                hostssl all all ::1/128 scram-sha-256
                """);
        var command = new ArrayList<>(command(port));
        Map.of(
                        "ssl",
                        "on",
                        "ssl_min_protocol_version",
                        "TLSv1.3",
                        "ssl_cert_file",
                        certificates.chain().toString(),
                        "ssl_key_file",
                        certificates.key().toString())
                .forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    /// Asks a running server to end sessions and stop: what was committed is on disk.
    public static void stop(Process server) throws IOException {
        new ProcessBuilder("kill", "-INT", Long.toString(server.pid()))
                .start()
                .onExit()
                .join();
    }

    private void initialise() throws IOException {
        var log = Files.createDirectories(data).resolveSibling("initdb.log").toFile();
        var arguments = List.of(
                "-A", "trust", "-U", "postgres", "-D", data.toString(), "-E", "UTF-8", "--locale=C.UTF-8", "--no-sync");
        var exit = new ProcessBuilder(program("initdb", arguments))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log))
                .start()
                .onExit()
                .join()
                .exitValue();
        if (exit != 0) {
            throw new IOException("PostgreSQL could not make its data directory, see " + log);
        }
    }

    /// PostgreSQL refuses to run as root; in a user namespace of its own it is nobody, who owns the same files.
    private List<String> program(String name, List<String> arguments) {
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve("bin").resolve(name).toString());
        command.addAll(arguments);
        return command;
    }

    private void unpack() throws IOException {
        var parent = Files.createDirectories(programs.toAbsolutePath().getParent());
        var unpacked = Files.createTempDirectory(parent, "postgresql");
        try (var archive = new TarArchiveInputStream(new XZCompressorInputStream(binaries()))) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                unpack(archive, entry, unpacked.resolve(entry.getName()));
            }
        }
        // All at once, so that a run that was cut off leaves nothing half there.
        try {
            Files.move(unpacked, programs);
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException _) {
            // Another run was quicker, with the same files.
        }
    }

    private static void unpack(InputStream archive, TarArchiveEntry entry, Path file) throws IOException {
        Files.createDirectories(entry.isDirectory() ? file : file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(archive, file);
            file.toFile().setExecutable((entry.getMode() & 0b001_000_000) != 0);
        }
    }

    private static InputStream binaries() throws IOException {
        var system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
        var machine = System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
        return new BufferedInputStream(DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine));
    }
}
