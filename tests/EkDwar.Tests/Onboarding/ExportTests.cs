using System.Security.Cryptography;
using EkDwar.Foundation;
using EkDwar.Onboarding;

namespace EkDwar.Tests.Onboarding;

/// <summary>What was published leaves the house as it came in.</summary>
public sealed class Exporting_services
{
    [Fact]
    public async Task writes_each_file_byte_for_byte_and_over_nothing()
    {
        await using var house = await TestHouse.Open();
        var folder = Directory.CreateTempSubdirectory("ekdwar-export-").FullName;
        try
        {
            var came = Directory.GetFiles(house.Settings.Folders.Services, "*.yaml", SearchOption.AllDirectories)
                .Where(file => Path.GetFileName(file) is not ("act.yaml" or "calendar.yaml" or "places.yaml" or "state.yaml" or "sms.yaml")).ToDictionary(file => Path.GetRelativePath(house.Settings.Folders.Services, file), Hash);
            Assert.Equal(came.Count, await house.Use((ExportServices export) => export.Run(folder)));
            Assert.Equal(came.OrderBy(file => file.Key, StringComparer.Ordinal), Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder, file), Hash).OrderBy(file => file.Key, StringComparer.Ordinal));
            await Assert.ThrowsAsync<CannotStart>(() => house.Use((ExportServices export) => export.Run(folder)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static string Hash(string file) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)));
}
