using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EkDwar.Foundation.Secrets;

namespace EkDwar.Tests.Foundation.Secrets;

[UnsupportedOSPlatform("windows")]
public sealed class Keys : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("ekdwar-keys-").FullName;

    string MasterPath => Path.Combine(folder, "keys", "master.key");

    [Fact]
    public void the_master_key_is_made_once_and_only_its_owner_may_read_it()
    {
        using var first = MasterKey.LoadOrCreate(MasterPath);
        using var second = MasterKey.LoadOrCreate(MasterPath);
        Assert.Equal(first.Derive("x"), second.Derive("x"));
        Assert.NotEqual(first.Derive("x"), first.Derive("y"));
        Assert.Equal(32, File.ReadAllBytes(MasterPath).Length);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(MasterPath));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(MasterPath)!));
        Assert.Equal([MasterPath], Directory.GetFiles(Path.GetDirectoryName(MasterPath)!));
    }

    [Fact]
    public void many_who_make_the_master_key_at_once_get_the_same()
    {
        var derived = new string[16];
        Parallel.For(0, derived.Length, new ParallelOptions { MaxDegreeOfParallelism = 16 }, i =>
        {
            using var key = MasterKey.LoadOrCreate(MasterPath);
            derived[i] = Convert.ToHexString(key.Derive("x"));
        });
        Assert.Single(derived.Distinct());
    }

    [Theory, InlineData(0), InlineData(31), InlineData(33)]
    public void a_master_key_of_another_length_is_refused_and_left_alone(int length)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(MasterPath)!);
        File.WriteAllBytes(MasterPath, new byte[length]);
        Assert.Equal(MasterPath, Assert.Throws<KeyFileBrokenException>(() => MasterKey.LoadOrCreate(MasterPath)).Path);
        Assert.Equal(length, File.ReadAllBytes(MasterPath).Length);
    }

    [Fact]
    public void a_given_master_key_is_taken_instead_of_a_file()
    {
        var given = RandomNumberGenerator.GetBytes(32);
        using var key = MasterKey.LoadOrCreate(MasterPath, Convert.ToBase64String(given));
        Assert.False(File.Exists(MasterPath));
        Assert.Equal(HKDF.DeriveKey(HashAlgorithmName.SHA256, given, 32, info: "ekdwar/x"u8.ToArray()), key.Derive("x"));
        Assert.Throws<KeyFileBrokenException>(() => MasterKey.LoadOrCreate(MasterPath, "not base64!"));
        Assert.Throws<KeyFileBrokenException>(() => MasterKey.LoadOrCreate(MasterPath, "AAAA"));
    }

    [Fact]
    public void a_folder_that_cannot_be_made_is_told()
    {
        File.WriteAllText(Path.Combine(folder, "keys"), "a file where the folder should be");
        Assert.Throws<KeyFileBrokenException>(() => MasterKey.LoadOrCreate(MasterPath));
        Assert.Throws<KeyFileBrokenException>(() => new SigningKeys(Path.Combine(folder, "keys"), TimeProvider.System).LoadOrCreate("seal"));
    }

    [Fact]
    public void a_wrapped_key_opens_for_its_owner_and_its_master_alone()
    {
        using var master = MasterKey.LoadOrCreate(MasterPath);
        using var another = MasterKey.LoadOrCreate(MasterPath + "2");
        var (key, wrapped) = WrappedKey.New(master, "case 1"u8);
        Assert.Equal(key, WrappedKey.Unwrap(master, wrapped, "case 1"u8));
        Assert.Throws<SealBrokenException>(() => WrappedKey.Unwrap(master, wrapped, "case 2"u8));
        Assert.Throws<SealBrokenException>(() => WrappedKey.Unwrap(another, wrapped, "case 1"u8));
        Assert.NotEqual(key, WrappedKey.New(master, "case 1"u8).Key);
    }

    [Fact]
    public void a_keyed_hash_finds_the_same_mobile_and_tells_nothing_across_purposes_or_masters()
    {
        using var master = MasterKey.LoadOrCreate(MasterPath);
        using var another = MasterKey.LoadOrCreate(MasterPath + "2");
        var hash = new KeyedHash(master);
        Assert.Equal(43, hash.Of("mobile", "9876543210").Length);
        Assert.Equal(hash.Of("mobile", "9876543210"), new KeyedHash(master).Of("mobile", "9876543210"));
        Assert.Equal(4, new[] { hash.Of("mobile", "9876543210"), hash.Of("mobile", "9876543211"), hash.Of("name", "9876543210"), new KeyedHash(another).Of("mobile", "9876543210") }.Distinct().Count());
    }

    [Fact]
    public void a_signing_key_stays_the_same_and_signs_what_it_verifies()
    {
        using var key = Signing().LoadOrCreate("checkpoint");
        using var again = Signing().LoadOrCreate("checkpoint");
        using var other = Signing().LoadOrCreate("qr");
        var signature = key.Sign("head"u8);
        Assert.Equal(64, signature.Length);
        Assert.True(again.Verify("head"u8, signature));
        Assert.False(again.Verify("heat"u8, signature));
        Assert.False(other.Verify("head"u8, signature));
        Assert.Equal((key.KeyId, 8), (again.KeyId, key.KeyId.Length));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, "checkpoint.pem")));
        using var verifier = ECDsa.Create();
        verifier.ImportSubjectPublicKeyInfo(key.PublicKey, out _);
        Assert.True(verifier.VerifyData("head"u8, signature, HashAlgorithmName.SHA256));
    }

    [Fact]
    public void a_signing_key_is_refused_when_it_is_none()
    {
        File.WriteAllText(Path.Combine(folder, "broken.pem"), "nothing");
        using var rsa = RSA.Create(2048);
        File.WriteAllText(Path.Combine(folder, "rsa.pem"), rsa.ExportPkcs8PrivateKeyPem());
        using var wide = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        File.WriteAllText(Path.Combine(folder, "wide.pem"), wide.ExportPkcs8PrivateKeyPem());
        using var half = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(Path.Combine(folder, "half.pem"), half.ExportSubjectPublicKeyInfoPem());
        foreach (var name in (string[])["broken", "rsa", "wide", "half"]) Assert.Throws<KeyFileBrokenException>(() => Signing().LoadOrCreate(name));
        Assert.Throws<ArgumentException>(() => Signing().LoadOrCreate("../seal"));
    }

    [Fact]
    public void the_certificate_of_a_seal_stays_until_it_ends_and_is_then_renewed()
    {
        var clock = new HandClock(new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero));
        var keys = new SigningKeys(folder, clock);
        var holder = new SealHolder("तहसीलदार हवेली", "Revenue Department, Maharashtra");
        using var first = keys.Certificate("seal", holder, TimeSpan.FromDays(365));
        using var second = keys.Certificate("seal", holder, TimeSpan.FromDays(365));
        using var own = second.GetECDsaPrivateKey();
        using var key = keys.LoadOrCreate("seal");
        Assert.True(key.Verify("paper"u8, own!.SignData("paper"u8, HashAlgorithmName.SHA256)));
        Assert.Equal(first.SerialNumber, second.SerialNumber);
        Assert.Contains("तहसीलदार हवेली", first.Subject, StringComparison.Ordinal);
        Assert.Equal(new DateTime(2027, 1, 5, 0, 0, 0, DateTimeKind.Utc), first.NotAfter.ToUniversalTime());
        clock.Now = clock.Now.AddDays(366);
        using var third = keys.Certificate("seal", holder, TimeSpan.FromDays(365));
        Assert.NotEqual(first.SerialNumber, third.SerialNumber);
        Assert.Equal(first.GetPublicKey(), third.GetPublicKey());
    }

    [Fact]
    public void the_certificate_of_another_key_is_refused()
    {
        var keys = Signing();
        var holder = new SealHolder("Seal", "Department");
        keys.Certificate("one", holder, TimeSpan.FromDays(9)).Dispose();
        keys.Certificate("two", holder, TimeSpan.FromDays(9)).Dispose();
        File.Copy(Path.Combine(folder, "one.crt.pem"), Path.Combine(folder, "two.crt.pem"), overwrite: true);
        Assert.Throws<KeyFileBrokenException>(() => keys.Certificate("two", holder, TimeSpan.FromDays(9)));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    SigningKeys Signing() => new(folder, TimeProvider.System);

    sealed class HandClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
