using System.Buffers.Binary;
using System.Text;
using VideoPoet.Models.WeightFiles;

namespace VideoPoet.Models.Tests.WeightFiles;

public sealed class SafetensorsMistakeTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [TestCase("""{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},"b":{"dtype":"U8","shape":[4],"data_offsets":[3,7]}}""", 7,
        "'b' begins at byte 3, within 'a', which ends at 4: tensors must not overlap.")]
    [TestCase("""{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},"b":{"dtype":"U8","shape":[3],"data_offsets":[5,8]}}""", 8,
        "there is a hole between 'a', which ends at byte 4, and 'b', which begins at 5.")]
    [TestCase("""{"a":{"dtype":"U8","shape":[3],"data_offsets":[1,4]}}""", 4,
        "there is a hole between the header, which ends at byte 0, and 'a', which begins at 1.")]
    [TestCase("""{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]}}""", 6, "there are 2 bytes after 'a' that belong to no tensor.")]
    [TestCase("""{"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}""", 15, "it is cut off: 'a' ends at byte 16, and the tensors have 15 bytes")]
    [TestCase("""{"a":{"dtype":"F32","shape":[4],"data_offsets":[0,15]}}""", 15, "'a' Float32 [4] needs 16 bytes, and its data_offsets span 15.")]
    [TestCase("""{"a":{"dtype":"U8","shape":[4],"data_offsets":[4,0]}}""", 4, "'a' ends at byte 0, before its beginning at 4.")]
    [TestCase("""{"a":{"dtype":"U8","shape":[4294967296,4294967296],"data_offsets":[0,0]}}""", 0,
        "'a' has the shape [4294967296, 4294967296]: more elements")]
    [TestCase("""{"a":{"dtype":"F64","shape":[2305843009213693952],"data_offsets":[0,0]}}""", 0,
        "'a' has the shape [2305843009213693952]: more elements")]
    [TestCase("""{"a":{"dtype":"U8","shape":[-4],"data_offsets":[0,4]}}""", 4, "the shape of 'a' must be a list of whole numbers from 0")]
    [TestCase("""{"a":{"dtype":"U8","shape":[4.5],"data_offsets":[0,4]}}""", 4, "the shape of 'a' must be a list of whole numbers from 0")]
    [TestCase("""{"a":{"dtype":"U8","shape":[99999999999999999999],"data_offsets":[0,4]}}""", 4,
        "the shape of 'a' must be a list of whole numbers from 0")]
    [TestCase("""{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,18446744073709551615]}}""", 4,
        "the data_offsets of 'a' must be a list of whole numbers")]
    [TestCase("""{"a":{"dtype":"U8","shape":4,"data_offsets":[0,4]}}""", 4, "the shape of 'a' must be a list")]
    [TestCase("""{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4,4]}}""", 4, "'a' must have a dtype, a shape and two data_offsets.")]
    [TestCase("""{"a":{"dtype":"U8","shape":[4]}}""", 4, "'a' must have a dtype, a shape and two data_offsets.")]
    [TestCase("""{"a":{"dtype":"F8_E4M3","shape":[4],"data_offsets":[0,4]}}""", 4, "'a' has the dtype 'F8_E4M3', which is not one of F64, F32")]
    [TestCase("""{"a":{"dtype":3,"shape":[4],"data_offsets":[0,4]}}""", 4, "the dtype of 'a' must be a text.")]
    [TestCase("""{"a":7}""", 0, "'a' must be an object with dtype, shape and data_offsets.")]
    [TestCase("""{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},"a":{"dtype":"U8","shape":[4],"data_offsets":[4,8]}}""", 8,
        "the header has 'a' twice.")]
    [TestCase("""{"a":{"dtype":"U8","dtype":"I8","shape":[4],"data_offsets":[0,4]}}""", 4, "'a' has 'dtype' twice.")]
    [TestCase("""{"__metadata__":{"x":"1","x":"2"}}""", 0, "'__metadata__' has 'x' twice.")]
    [TestCase("""{"__metadata__":{"x":1}}""", 0, "'__metadata__' must be an object of texts; 'x' is none.")]
    [TestCase("""{"__metadata__":"x"}""", 0, "'__metadata__' must be an object of texts.")]
    [TestCase("""["a"]""", 0, "the header must be a JSON object.")]
    [TestCase("""{"a":""", 0, "the header is not valid JSON")]
    [TestCase("""{} {}""", 0, "the header is not valid JSON")]
    [TestCase("""{"\ud800":{"dtype":"U8","shape":[4],"data_offsets":[0,4]}}""", 4, "the header is not valid JSON")]
    [TestCase("""{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4],"more":[[[[[[0]]]]]]}}""", 4, "the header is not valid JSON")]
    public void A_wrong_header_is_refused_by_what_is_wrong(string header, int dataBytes, string message) =>
        AssertRefused(Samples.Safetensors(header, dataBytes), message);

    [Test]
    public void A_header_that_claims_more_than_the_format_allows_is_refused_before_it_is_read() =>
        AssertRefused(WithLength(long.MaxValue), "its header claims 9223372036854775807 bytes; a safetensors header has at most 100000000.");

    [Test]
    public void A_header_length_beyond_63_bits_is_refused() =>
        AssertRefused(WithLength(-1), "its header claims 18446744073709551615 bytes");

    [Test]
    public void A_header_that_is_longer_than_its_file_is_refused() =>
        AssertRefused(WithLength(50_000_000), "it is cut off: the header ends at byte 50000008, and the file at 10.");

    [Test]
    public void A_file_of_less_than_a_length_is_refused() => AssertRefused([1, 2, 3], "it has 3 bytes, and a safetensors file begins with 8");

    [Test]
    public void An_empty_file_is_refused() => AssertRefused([], "it is empty.");

    [Test]
    public void A_header_of_too_many_tensors_is_refused()
    {
        var header = new StringBuilder("{");
        for (var i = 0; i <= 1 << 18; i++)
            header.Append($$$"""{{{(i == 0 ? "" : ",")}}}"{{{i}}}":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}""");
        AssertRefused(Samples.Safetensors(header.Append('}').ToString(), 0), "the header lists more than 262144 tensors.");
    }

    [Test]
    public void A_shape_of_too_many_dimensions_is_refused() =>
        AssertRefused(
            Samples.Safetensors($$$"""{"a":{"dtype":"U8","shape":[{{{string.Join(',', Enumerable.Repeat(1, 65))}}}],"data_offsets":[0,1]}}""", 1),
            "the shape of 'a' has more than 64 numbers.");

    [Test]
    public void A_name_that_is_not_text_is_refused()
    {
        var bytes = Samples.Safetensors("""{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]}}""", 4);
        bytes[10] = 0xff;
        AssertRefused(bytes, "the header is not valid JSON");
    }

    [Test]
    public void A_folder_is_refused() =>
        Assert.That(() => WeightFile.Open(Path.GetDirectoryName(_folder.File("x"))!),
            Throws.TypeOf<WeightFileException>().With.Message.EndsWith("it is a folder, and a file is needed."));

    [Test]
    public void A_missing_file_is_named() =>
        Assert.That(() => WeightFile.Open(_folder.File("absent.safetensors")),
            Throws.TypeOf<FileNotFoundException>().With.Message.Contains("absent"));

    private static byte[] WithLength(long length)
    {
        var bytes = Samples.Safetensors("{}", 0);
        BinaryPrimitives.WriteInt64LittleEndian(bytes, length);
        return bytes;
    }

    private void AssertRefused(byte[] bytes, string message)
    {
        var path = _folder.Write("weights.safetensors", bytes);
        Assert.That(() => WeightFile.Open(path), Throws.TypeOf<WeightFileException>().With.Message.StartsWith($"{path}: {message}"));
    }
}
