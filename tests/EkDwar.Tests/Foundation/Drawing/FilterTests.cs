using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using EkDwar.Foundation.Drawing;
using EkDwar.Foundation.Drawing.Filter;

namespace EkDwar.Tests.Foundation.Drawing;

public sealed class A_filter_of_system_calls
{
    const int NoSuchCall = 38; // ENOSYS
    const ulong Thread = 0x3d0f00; // what a thread shares, and no namespace

    /// <summary>What nobody needs in order to draw a page, by its numbers on both machines.</summary>
    public static TheoryData<string, int, int> Forbidden() => new()
    {
        { "socket", 41, 198 }, { "connect", 42, 203 }, { "ptrace", 101, 117 }, { "process_vm_readv", 310, 270 }, { "mount", 165, 40 }, { "umount2", 166, 39 },
        { "pivot_root", 155, 41 }, { "move_mount", 429, 429 }, { "bpf", 321, 280 }, { "keyctl", 250, 219 }, { "add_key", 248, 217 }, { "userfaultfd", 323, 282 },
        { "io_uring_setup", 425, 425 }, { "unshare", 272, 97 }, { "setns", 308, 268 }, { "clone3", 435, 435 }, { "perf_event_open", 298, 241 }, { "init_module", 175, 105 },
        { "kexec_load", 246, 104 }, { "open_by_handle_at", 304, 265 }, { "memfd_create", 319, 279 }, { "pidfd_getfd", 438, 438 }, { "ioctl", 16, 29 }, { "seccomp", 317, 277 },
    };

    [Theory, MemberData(nameof(Forbidden))]
    public void says_that_what_no_drawing_needs_does_not_exist(string call, int onX64, int onArm64)
    {
        Assert.NotEqual("", call);
        Assert.Equal(SystemCallFilter.NoSuchCall, Answer(Architecture.X64, SystemCallFilter.X64, (uint)onX64));
        Assert.Equal(SystemCallFilter.NoSuchCall, Answer(Architecture.Arm64, SystemCallFilter.Arm64, (uint)onArm64));
    }

    [Fact]
    public void lets_a_program_read_write_have_memory_and_end()
    {
        foreach (var call in (uint[])[0, 1, 3, 9, 11, 12, 59, 231, 257, 318]) Assert.Equal(SystemCallFilter.Allow, Answer(Architecture.X64, SystemCallFilter.X64, call));
        foreach (var call in (uint[])[63, 64, 57, 222, 215, 214, 221, 94, 56, 278]) Assert.Equal(SystemCallFilter.Allow, Answer(Architecture.Arm64, SystemCallFilter.Arm64, call));
    }

    [Theory]
    [InlineData(Architecture.X64, SystemCallFilter.X64, 56)]
    [InlineData(Architecture.Arm64, SystemCallFilter.Arm64, 220)]
    public void lets_it_make_a_process_but_no_namespace(Architecture machine, uint audit, uint clone)
    {
        Assert.Equal(SystemCallFilter.Allow, Answer(machine, audit, clone, 17));
        Assert.Equal(SystemCallFilter.Allow, Answer(machine, audit, clone, Thread));
        foreach (var space in (ulong[])[0x20000, 0x2000000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000])
            Assert.Equal(SystemCallFilter.NoSuchCall, Answer(machine, audit, clone, 17 | space));
    }

    [Fact]
    public void ends_a_program_that_calls_by_another_machine_s_numbers()
    {
        Assert.Equal(SystemCallFilter.Kill, Answer(Architecture.X64, 0x40000003, 4)); // 32-bit x86, whose 4 is write
        Assert.Equal(SystemCallFilter.Kill, Answer(Architecture.X64, SystemCallFilter.Arm64, 64));
        Assert.Equal(SystemCallFilter.Kill, Answer(Architecture.X64, SystemCallFilter.X64, 0x40000001)); // x32
        Assert.Equal(SystemCallFilter.Kill, Answer(Architecture.Arm64, SystemCallFilter.X64, 1));
        Assert.Null(SystemCallFilter.For(Architecture.S390x));
    }

    [Fact]
    public void has_no_jump_backward_or_to_nowhere()
    {
        Assert.Throws<InvalidOperationException>(() => new BpfProgram().End("here", 0).IfEqual(1, "here").ToBytes());
        Assert.Throws<InvalidOperationException>(() => new BpfProgram().IfEqual(1, "nowhere").ToBytes());
    }

    // By a program of the system that makes any call. With the walls alone it gets its socket, and its namespace.
    [Fact]
    public async Task holds_behind_the_walls()
    {
        var isX64 = RuntimeInformation.ProcessArchitecture == Architecture.X64;
        // socket, unshare, ptrace, keyctl, memfd_create, io_uring_setup
        int[] numbers = isX64 ? [41, 272, 101, 250, 319, 425] : [198, 97, 117, 219, 279, 425];
        var calls = string.Join(' ', numbers);
        var script = $$"""
            for my $call (qw({{calls}})) { my $answer = syscall($call + 0, 2, 1, 0, 0, 0); print $call, "=", $answer, ":", $! + 0, "\n" }
            print "namespace=", syscall({{(isX64 ? 56 : 220)}}, 0x10000000 | 17, 0, 0, 0, 0), ":", $! + 0, "\n";
            print "pid=", syscall({{(isX64 ? 39 : 172)}}) > 0 ? "some" : "none", "\n";
            """;
        var ended = await new Confinement(new(TimeSpan.FromSeconds(20), 256 * 1024 * 1024, 4096)).Run(Encoding.UTF8.GetBytes(script), "perl");
        Assert.Equal(ConfinedEnd.Done, ended.End);
        var said = Encoding.UTF8.GetString(ended.Output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal([.. calls.Split(' ').Select(call => $"{call}=-1:{NoSuchCall}"), $"namespace=-1:{NoSuchCall}", "pid=some"], said);
    }

    /// <summary>What the kernel would come to: a reading of the programme by the letter of linux/filter.h, apart from the one that wrote it.</summary>
    static uint Answer(Architecture machine, uint audit, uint call, ulong argument = 0)
    {
        var (program, data) = (SystemCallFilter.For(machine)!, new byte[64]);
        BinaryPrimitives.WriteUInt32LittleEndian(data, call);
        BinaryPrimitives.WriteUInt32LittleEndian(data.AsSpan(4), audit);
        BinaryPrimitives.WriteUInt64LittleEndian(data.AsSpan(16), argument);
        uint loaded = 0;
        for (var at = 0; ; at += 8)
        {
            var (code, k) = (BinaryPrimitives.ReadUInt16LittleEndian(program.AsSpan(at)), BinaryPrimitives.ReadUInt32LittleEndian(program.AsSpan(at + 4)));
            switch (code)
            {
                case 0x20: loaded = BinaryPrimitives.ReadUInt32LittleEndian(data.AsSpan((int)k)); break;
                case 0x06: return k;
                case 0x15: at += 8 * program[at + (loaded == k ? 2 : 3)]; break;
                case 0x35: at += 8 * program[at + (loaded >= k ? 2 : 3)]; break;
                case 0x45: at += 8 * program[at + ((loaded & k) != 0 ? 2 : 3)]; break;
                default: throw new InvalidOperationException($"no such instruction: {code:x}");
            }
        }
    }
}
