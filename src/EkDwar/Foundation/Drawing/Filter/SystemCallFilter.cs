using System.Runtime.InteropServices;

namespace EkDwar.Foundation.Drawing.Filter;

/// <summary>
/// The programme with which the kernel answers each system call of a confined program: those of a short list are made,
/// every other is said not to exist. A call by another machine's numbers ends the process. It sees numbers, not names of
/// files: those are the walls' business.
/// </summary>
public static class SystemCallFilter
{
    // linux/seccomp.h and linux/audit.h
    public const uint Allow = 0x7fff0000;
    public const uint Kill = 0x80000000;

    /// <summary>As a kernel that is too old for the call: programs then try without it.</summary>
    public const uint NoSuchCall = 0x00050000 | 38;
    public const uint X64 = 0xC000003E;
    public const uint Arm64 = 0xC00000B7;

    // struct seccomp_data: the number, the architecture, the place in the program, six arguments of eight bytes.
    const uint Number = 0;
    const uint Machine = 4;
    const uint FirstArgument = 16;

    // The other set of numbers an x86_64 kernel takes, beside its own.
    const uint X32 = 0x40000000;

    // CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET (linux/sched.h).
    const uint NewNamespaces = 0x7E020000;

    /// <summary>Null for a machine whose numbers are not known here: nothing is run there.</summary>
    public static byte[]? For(Architecture machine) => machine switch
    {
        Architecture.X64 => Program(X64, AllowedCalls.OnX64, AllowedCalls.CloneOnX64),
        Architecture.Arm64 => Program(Arm64, AllowedCalls.OnArm64, AllowedCalls.CloneOnArm64),
        _ => null,
    };

    static byte[] Program(uint machine, uint[] allowed, uint clone)
    {
        var program = new BpfProgram().Load(Machine).IfEqual(machine, null, "kill").Load(Number).IfAtLeast(X32, "kill");
        foreach (var call in allowed) program.IfEqual(call, "allow");
        return program.IfEqual(clone, null, "none").Load(FirstArgument).IfAnyBit(NewNamespaces, "none", "allow")
            .End("allow", Allow).End("none", NoSuchCall).End("kill", Kill).ToBytes();
    }
}
