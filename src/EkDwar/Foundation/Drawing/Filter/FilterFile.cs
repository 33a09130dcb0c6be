using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace EkDwar.Foundation.Drawing.Filter;

/// <summary>
/// This machine's filter of system calls where a child process can open it: a file without a name, for as long as the house
/// runs. No child inherits it.
/// </summary>
static class FilterFile
{
    static readonly SafeFileHandle? File = Make();

    /// <summary>Null where there is no filter for this kind of machine.</summary>
    public static string? Path { get; } = File is null ? null : $"/proc/{Environment.ProcessId}/fd/{File.DangerousGetHandle()}";

    static SafeFileHandle? Make()
    {
        if (SystemCallFilter.For(RuntimeInformation.ProcessArchitecture) is not { } program) return null;
        var named = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"ekdwar-{Guid.CreateVersion7():n}");
        var file = System.IO.File.OpenHandle(named, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        System.IO.File.Delete(named);
        RandomAccess.Write(file, program, 0);
        return file;
    }
}
