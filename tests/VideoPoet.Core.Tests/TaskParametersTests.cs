using VideoPoet.Core;

namespace VideoPoet.Tests;

public sealed class TaskParametersTests
{
    private enum Place
    {
        TopLeft,
        Middle,
    }

    [Test]
    public void A_parameter_that_was_not_chosen_has_its_default()
    {
        Assert.That(TaskParameters.None.Get("frames", 5, min: 1), Is.EqualTo(5));
        Assert.That(TaskParameters.None.Get("place", Place.Middle), Is.EqualTo(Place.Middle));
    }

    [Test]
    public void Chosen_values_are_read_back()
    {
        var chosen = TaskParameters.None.With("frames", "9").With("place", Place.TopLeft);
        Assert.That(chosen.Get("frames", 5, min: 1), Is.EqualTo(9));
        Assert.That(chosen.Get("place", Place.Middle), Is.EqualTo(Place.TopLeft));
        Assert.That(chosen.ToString(), Is.EqualTo("frames=9 place=top-left"));
    }

    [TestCase("0", "a whole number of at least 1, found '0'")]
    [TestCase("five", "a whole number of at least 1, found 'five'")]
    [TestCase("5.0", "found '5.0'")]
    [TestCase("99999999999", "found '99999999999'")]
    public void A_value_that_is_not_valid_is_refused_with_the_parameter(string value, string message) =>
        Assert.That(
            () => TaskParameters.None.With("frames", value).Get("frames", 5, min: 1),
            Throws.TypeOf<TaskParameterException>().With.Message.Contains(message).And.Property("Parameter").EqualTo("frames"));

    [Test]
    public void A_word_that_is_not_a_choice_is_refused_with_the_choices() =>
        Assert.That(
            () => TaskParameters.None.With("place", "bottom").Get("place", Place.Middle),
            Throws.TypeOf<TaskParameterException>().With.Message.Contains("one of top-left, middle, found 'bottom'"));

    [Test]
    public void Combinations_take_every_choice_with_every_other() =>
        Assert.That(
            TaskParameters.Combinations([TaskParameter.Choice("frames", 1, 5), TaskParameter.Choice<Place>("place")]).Select(values => $"{values}"),
            Is.EqualTo(new[] { "frames=1 place=top-left", "frames=1 place=middle", "frames=5 place=top-left", "frames=5 place=middle" }));

    [Test]
    public void Without_parameters_there_is_one_combination() =>
        Assert.That(TaskParameters.Combinations([]), Is.EqualTo(new[] { TaskParameters.None }));
}
