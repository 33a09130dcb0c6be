namespace EkDwar.Foundation.Drawing.Filter;

/// <summary>
/// The system calls a confined program may make: memory, files that are there, its own time, and a process of its own kind.
/// Their numbers are the kernel's own (arch/x86/entry/syscalls/syscall_64.tbl, include/uapi/asm-generic/unistd.h). Not
/// among them: anything of the network, of other processes, of the kernel itself, and any control of a device.
/// </summary>
static class AllowedCalls
{
    /// <summary>Makes a process; what it shares is looked at besides.</summary>
    public const uint CloneOnX64 = 56;
    public const uint CloneOnArm64 = 220;

    public static readonly uint[] OnX64 =
    [
        0, 1, 2, 3, 4, 5, 6, 7, 8, // read write open close stat fstat lstat poll lseek
        9, 10, 11, 12, 25, 28, // mmap mprotect munmap brk mremap madvise
        13, 14, 15, 34, 37, 131, // rt_sigaction rt_sigprocmask rt_sigreturn pause alarm sigaltstack
        17, 18, 19, 20, 21, 22, 23, 24, 32, 33, // pread64 pwrite64 readv writev access pipe select sched_yield dup dup2
        35, 39, 57, 58, 59, 60, 61, 62, 63, // nanosleep getpid fork vfork execve exit wait4 kill uname
        72, 77, 78, 79, 80, 89, 95, // fcntl ftruncate getdents getcwd chdir readlink umask
        96, 97, 98, 99, 100, 201, // gettimeofday getrlimit getrusage sysinfo times time
        102, 104, 107, 108, 109, 110, 111, 112, 115, 121, 186, // getuid getgid geteuid getegid setpgid getppid getpgrp setsid getgroups getpgid gettid
        137, 138, 158, 160, 202, 204, // statfs fstatfs arch_prctl setrlimit futex sched_getaffinity
        217, 218, 219, 221, 228, 229, 230, 231, 234, 247, // getdents64 set_tid_address restart_syscall fadvise64 clock_gettime clock_getres clock_nanosleep exit_group tgkill waitid
        257, 262, 267, 269, 270, 271, 273, 274, // openat newfstatat readlinkat faccessat pselect6 ppoll set_robust_list get_robust_list
        292, 293, 302, 309, 318, 324, 332, 334, 436, 439, // dup3 pipe2 prlimit64 getcpu getrandom membarrier statx rseq close_range faccessat2
    ];

    public static readonly uint[] OnArm64 =
    [
        17, 23, 24, 25, 43, 44, 46, 48, 49, // getcwd dup dup3 fcntl statfs fstatfs ftruncate faccessat chdir
        56, 57, 59, 61, 62, 63, 64, 65, 66, 67, 68, // openat close pipe2 getdents64 lseek read write readv writev pread64 pwrite64
        72, 73, 78, 79, 80, // pselect6 ppoll readlinkat newfstatat fstat
        93, 94, 95, 96, 98, 99, 100, 101, // exit exit_group waitid set_tid_address futex set_robust_list get_robust_list nanosleep
        113, 114, 115, 123, 124, 128, 129, 131, 132, 134, 135, 139, // clock_gettime clock_getres clock_nanosleep sched_getaffinity sched_yield restart_syscall kill tgkill sigaltstack rt_sigaction rt_sigprocmask rt_sigreturn
        153, 154, 155, 157, 158, 160, 163, 164, 165, 166, 168, 169, // times setpgid getpgid setsid getgroups uname getrlimit setrlimit getrusage umask getcpu gettimeofday
        172, 173, 174, 175, 176, 177, 178, 179, // getpid getppid getuid geteuid getgid getegid gettid sysinfo
        214, 215, 216, 221, 222, 223, 226, 233, 260, 261, // brk munmap mremap execve mmap fadvise64 mprotect madvise wait4 prlimit64
        278, 283, 291, 293, 436, 439, // getrandom membarrier statx rseq close_range faccessat2
    ];
}
