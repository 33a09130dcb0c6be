using System.Buffers.Binary;

namespace EkDwar.Foundation.Drawing.Filter;

/// <summary>
/// Puts a programme of the kernel's packet filter together, with jumps by name instead of by number (linux/filter.h: eight
/// bytes an instruction). Only what a filter of system calls needs: load a word, compare it, jump forward, return.
/// </summary>
public sealed class BpfProgram
{
    const ushort LoadWord = 0x20; // BPF_LD | BPF_W | BPF_ABS
    const ushort JumpIfEqual = 0x15; // BPF_JMP | BPF_JEQ | BPF_K
    const ushort JumpIfAtLeast = 0x35; // BPF_JMP | BPF_JGE | BPF_K
    const ushort JumpIfAnyBit = 0x45; // BPF_JMP | BPF_JSET | BPF_K
    const ushort Return = 0x06; // BPF_RET | BPF_K
    const int InstructionLength = 8;

    readonly List<(ushort Code, string? Then, string? Else, uint K)> steps = [];
    readonly Dictionary<string, int> labels = [];

    public BpfProgram Load(uint offset) => Add(LoadWord, null, null, offset);

    /// <summary>Jumps when the loaded word is this one; without a name for the other case it goes on.</summary>
    public BpfProgram IfEqual(uint k, string? then, string? otherwise = null) => Add(JumpIfEqual, then, otherwise, k);

    public BpfProgram IfAtLeast(uint k, string then) => Add(JumpIfAtLeast, then, null, k);

    public BpfProgram IfAnyBit(uint k, string then, string otherwise) => Add(JumpIfAnyBit, then, otherwise, k);

    /// <summary>What a jump to this name comes to.</summary>
    public BpfProgram End(string label, uint answer)
    {
        labels.Add(label, steps.Count);
        return Add(Return, null, null, answer);
    }

    /// <exception cref="InvalidOperationException">a jump backward, to nowhere, or over more than 255 steps: a fault of ours</exception>
    public byte[] ToBytes()
    {
        var bytes = new byte[steps.Count * InstructionLength];
        foreach (var (at, step) in steps.Index())
        {
            var place = bytes.AsSpan(at * InstructionLength);
            // The programme is read by the machine it was made on, and both kinds are little-endian.
            BinaryPrimitives.WriteUInt16LittleEndian(place, step.Code);
            (place[2], place[3]) = (Distance(at, step.Then), Distance(at, step.Else));
            BinaryPrimitives.WriteUInt32LittleEndian(place[4..], step.K);
        }
        return bytes;
    }

    BpfProgram Add(ushort code, string? then, string? otherwise, uint k)
    {
        steps.Add((code, then, otherwise, k));
        return this;
    }

    byte Distance(int at, string? label)
    {
        if (label is null) return 0;
        return labels.TryGetValue(label, out var target) && target - at - 1 is >= 0 and <= byte.MaxValue and var distance
            ? (byte)distance
            : throw new InvalidOperationException($"there is no jump from step {at} to {label}");
    }
}
