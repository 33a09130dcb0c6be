using System.Runtime.Versioning;
using System.Security.Cryptography;
using EkDwar.Foundation.Files;
using EkDwar.Foundation.Secrets;

namespace EkDwar.Tests.Foundation.Files;

[UnsupportedOSPlatform("windows")]
public sealed class A_file_store : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("ekdwar-files-").FullName;
    readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    readonly byte[] context = Sealing.Context("case", 7, 3);
    readonly FileStore store;

    public A_file_store() => store = new FileStore(Path.Combine(folder, "files"));

    [Fact]
    public void gives_back_what_was_put()
    {
        var content = RandomNumberGenerator.GetBytes(100_000);
        var file = store.Put(content, key, context);
        Assert.Equal(content.Length, file.Length);
        Assert.Equal(content, store.Read(file.Id, key, context));
    }

    [Fact]
    public void names_a_file_by_its_ciphertext_and_shows_nothing_of_it()
    {
        var content = "उत्पन्न दाखला उत्पन्न दाखला"u8;
        var file = store.Put(content, key, context);
        var again = store.Put(content, key, context);
        var path = Path.Combine(folder, "files", file.Id[..2], file.Id[2..4], file.Id);
        var bytes = File.ReadAllBytes(path);
        Assert.Equal(file.Id, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        Assert.Equal(-1, bytes.AsSpan().IndexOf(content[..20]));
        Assert.NotEqual(file.Id, again.Id);
        Assert.Equal(DurableFile.OwnerFile, File.GetUnixFileMode(path));
        Assert.Empty(Directory.GetFiles(Path.Combine(folder, "files", "incoming")));
    }

    [Fact]
    public void keeps_an_empty_file_and_one_of_ten_megabytes()
    {
        Assert.Empty(store.Read(store.Put([], key, context).Id, key, context));
        var large = RandomNumberGenerator.GetBytes(FileStore.MaxLength);
        Assert.Equal(large, store.Read(store.Put(large, key, context).Id, key, context));
    }

    [Fact]
    public void refuses_more_than_ten_megabytes_and_leaves_nothing_behind()
    {
        Assert.Throws<ArgumentException>(() => store.Put(new byte[FileStore.MaxLength + 1], key, context));
        Assert.False(Directory.Exists(Path.Combine(folder, "files")));
    }

    [Fact]
    public void notices_a_file_that_was_changed_cut_or_removed()
    {
        foreach (Action<string> harm in new Action<string>[] { Flip, path => File.WriteAllBytes(path, File.ReadAllBytes(path)[..^1]), File.Delete, path => File.WriteAllBytes(path, []) })
        {
            var file = store.Put("salary slip"u8, key, context);
            harm(Path.Combine(folder, "files", file.Id[..2], file.Id[2..4], file.Id));
            Assert.Equal(file.Id, Assert.Throws<StoredFileLostException>(() => store.Read(file.Id, key, context)).Id);
        }
    }

    [Fact]
    public void opens_for_no_other_case_and_no_other_place()
    {
        var file = store.Put("salary slip"u8, key, context);
        Assert.Throws<SealBrokenException>(() => store.Read(file.Id, key, Sealing.Context("case", 8, 3)));
        Assert.Throws<SealBrokenException>(() => store.Read(file.Id, new byte[32], context));
    }

    [Theory, InlineData("../../../etc/passwd"), InlineData(""), InlineData("ABCDEF")]
    public void takes_nothing_but_its_own_ids(string id) => Assert.Throws<ArgumentException>(() => store.Read(id, key, context));

    [Fact]
    public void forgets_what_is_deleted_and_says_so_only_on_reading()
    {
        var file = store.Put("salary slip"u8, key, context);
        store.Delete(file.Id);
        store.Delete(file.Id);
        Assert.Throws<StoredFileLostException>(() => store.Read(file.Id, key, context));
    }

    [Fact]
    public void sweeps_what_a_crash_left_aside_but_nothing_that_was_stored()
    {
        var file = store.Put("salary slip"u8, key, context);
        var left = Path.Combine(folder, "files", "incoming", "x.part");
        File.WriteAllText(left, "half");
        var leftAt = File.GetLastWriteTimeUtc(left);
        Assert.Equal(0, store.SweepAbandoned(leftAt));
        Assert.Equal(1, store.SweepAbandoned(leftAt.AddTicks(1)));
        Assert.False(File.Exists(left));
        Assert.Equal("salary slip"u8, store.Read(file.Id, key, context));
    }

    [Fact]
    public void takes_many_at_once()
    {
        var ids = new string[200];
        Parallel.For(0, ids.Length, i => ids[i] = store.Put([(byte)i], key, context).Id);
        for (var i = 0; i < ids.Length; i++) Assert.Equal([(byte)i], store.Read(ids[i], key, context));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    static void Flip(string path)
    {
        var bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);
    }
}
