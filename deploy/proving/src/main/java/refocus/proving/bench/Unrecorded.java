package refocus.proving.bench;

import static java.lang.constant.ConstantDescs.CD_Object;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/// An agent beside a service that has it answer without putting on record who was shown what: the same read is measured
/// both ways. The program itself knows no such switch.
public final class Unrecorded implements ClassFileTransformer {

    private static final String WRITER = "refocus/eventsourcing/audit/AccessWriter";
    private static final ClassDesc FUTURE = ClassDesc.of("java.util.concurrent.CompletableFuture");

    private Unrecorded() {}

    /// Called by the virtual machine.
    public static void premain(String nothing, Instrumentation instrumentation) {
        instrumentation.addTransformer(new Unrecorded());
    }

    /// The flag for the service's virtual machine.
    static String flag(Path directory) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", Unrecorded.class.getName());
        var file = directory.resolve("unrecorded.jar");
        var name = Unrecorded.class.getName().replace('.', '/') + ".class";
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest);
                var bytes = Unrecorded.class.getResourceAsStream("/" + name)) {
            jar.putNextEntry(new JarEntry(name));
            bytes.transferTo(jar);
        }
        return "-javaagent:" + file;
    }

    /// What writes a record says at once that it is written.
    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            String className,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        if (!WRITER.equals(className)) {
            return null;
        }
        var format = ClassFile.of();
        return format.transformClass(format.parse(bytes), (writer, element) -> {
            if (element instanceof MethodModel method && method.methodName().equalsString("write")) {
                writer.withMethodBody(
                        method.methodName(), method.methodType(), method.flags().flagsMask(), Unrecorded::sayDone);
            } else {
                writer.with(element);
            }
        });
    }

    private static void sayDone(CodeBuilder code) {
        code.aconst_null()
                .invokestatic(FUTURE, "completedFuture", MethodTypeDesc.of(FUTURE, CD_Object))
                .areturn();
    }
}
