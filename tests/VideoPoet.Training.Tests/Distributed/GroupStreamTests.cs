using VideoPoet.Torch;
using VideoPoet.Training.Distributed;
using VideoPoet.Training.Tests.Support;

namespace VideoPoet.Training.Tests.Distributed;

public sealed class GroupStreamTests
{
    [Test]
    public async Task What_is_larger_than_a_piece_arrives_whole_and_what_is_not_read_is_passed_over()
    {
        var bytes = new byte[(16 << 20) + 12_345];
        new Random(1).NextBytes(bytes);
        var groups = await SharedRun.PairAsync();
        var sending = Task.Run(() =>
        {
            GroupStream.Send(groups[0], writer => writer.Write(bytes));
            GroupStream.Send(groups[0], writer => writer.Write(bytes));
            GroupStream.Send(groups[0], writer => writer.Write("the end"));
        });
        byte[] first = [], part = [];
        var last = "";
        GroupStream.Receive(groups[1], 0, reader => first = reader.ReadBytes(bytes.Length));
        GroupStream.Receive(groups[1], 0, reader => part = reader.ReadBytes(3));
        GroupStream.Receive(groups[1], 0, reader => last = reader.ReadString());
        await sending;
        foreach (var group in groups.Reverse())
            group.Dispose();

        Assert.That(first.AsSpan().SequenceEqual(bytes));
        Assert.That((part, last), Is.EqualTo((bytes[..3], "the end")));
    }
}
