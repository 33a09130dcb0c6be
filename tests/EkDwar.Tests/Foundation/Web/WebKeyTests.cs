using System.Text;
using System.Xml.Linq;
using EkDwar.Foundation.Secrets;
using EkDwar.Foundation.Web;
using EkDwar.Tests.Foundation.Database;
using EkDwar.Tests.Foundation.Starting;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EkDwar.Tests.Foundation.Web;

/// <summary>The keys that seal cookies and form tokens, at rest.</summary>
public sealed class A_key_of_the_web
{
    [Fact]
    public async Task is_sealed_under_the_master_key_and_opened_by_it_alone()
    {
        await using var house = await TestHouse.Open();
        var options = house.Services.GetRequiredService<IOptions<KeyManagementOptions>>().Value;
        var secret = XElement.Parse("<masterKey>c2VjcmV0</masterKey>");
        var kept = options.XmlEncryptor!.Encrypt(secret);
        Assert.DoesNotContain("c2VjcmV0", kept.EncryptedElement.ToString());
        Assert.Equal(typeof(KeysOpened), kept.DecryptorType);
        Assert.Equal(secret.ToString(), new KeysOpened(house.Services).Decrypt(kept.EncryptedElement).ToString());
        using var other = MasterKey.LoadOrCreate("", Convert.ToBase64String(new byte[MasterKey.Length]));
        var stranger = new ServiceCollection().AddSingleton(other).BuildServiceProvider();
        Assert.Throws<SealBrokenException>(() => new KeysOpened(stranger).Decrypt(kept.EncryptedElement));
    }

    [Fact]
    public async Task stands_in_its_row_sealed_with_its_secret_sealed_in_it()
    {
        await using var house = await TestHouse.Open();
        await house.Browser().Open("/mh/mr/sign-in");
        var row = (await house.Db(db => db.Set<DataProtectionKey>().AsNoTracking().ToListAsync()))[0];
        var xml = Encoding.UTF8.GetString(Sealing.Open(Convert.FromBase64String(row.Xml), house.Services.GetRequiredService<MasterKey>().Derive("data-protection"), Sealing.Context("data-protection")));
        Assert.Contains(nameof(KeysOpened), xml);
        Assert.DoesNotContain("<masterKey", xml);
    }

    [Fact]
    public async Task is_no_reason_for_a_warning_at_the_start()
    {
        await using var database = await FreshDatabase.Make();
        string[] postgres = database.Place.Postgres is { } place ? ["--postgres", place] : [];
        await using var started = Started.Run(["serve", "--urls", "http://127.0.0.1:0", "--data", database.Place.DataFolder, .. postgres]);
        using var client = new HttpClient { BaseAddress = await started.Address() };
        Assert.True((await client.GetAsync("/mh/mr/sign-in", TestContext.Current.CancellationToken)).IsSuccessStatusCode);
        Assert.Single(started.Lines);
    }
}
