"""Common given names of many languages in Latin letters: evidence that a row of capitals is a person. Data."""

from __future__ import annotations

from typing import Final, Literal

from ingest.extract.text.vocabulary import words

GIVEN_NAMES: Final = words(
    "Aaron Abbas Abdel Abdul Abdullah Abdulla Abigail Abraham Ada Adam Adel Adrian Ahmad Ahmed Aidan Aisha Akira Alain"
    " Alan Albert Alberto Aleksandr Aleksei Alejandro Alex Alexander Alexandra Alexandre Alexei Alexey Alfred Ali Alice"
    " Alicia Alison Allan Allen Alma Alok Amanda Amber Amina Amir Amy Ana Anastasia Anatoly Andre Andrea Andreas Andrei"
    " Andrew Andrey Andrii Andriy Andrzej Andy Angela Angelina Angus Anita Ann Anna Anne Annie Anthony Antoine Anton"
    " Antonio Anwar Ariel Armin Arnold Arthur Artem Arun Ashley Ashraf Asif Astrid Audrey August Austin Ayman Barack"
    " Barbara Barney Barry Bashar Beatrice Ben Benedict Benjamin Bernard Bernie Beth Betty Bill Billy Bob Bobby Boris"
    " Brad Bradley Brandon Brenda Brett Brian Brigitte Bruce Bruno Bryan Caleb Cameron Camille Carl Carla Carlos Carmen"
    " Carol Caroline Carolyn Catherine Cecilia Cesar Chad Charles Charlie Charlotte Chen Cheryl Chloe Chris Christian"
    " Christina Christine Christoph Christophe Christopher Chuck Claire Clara Claude Claudia Clive Cole Colin Connie"
    " Conrad Craig Cristina Curtis Cynthia Dale Damian Dan Dana Daniel Daniela Danielle Danny Dante Darrell Darren Dave"
    " David Dawn Dean Deborah Debra Denis Denise Dennis Denys Derek Diana Diane Diego Dieter Dilma Dimitri Dmitri Dmitry"
    " Dmytro Dominic Dominique Don Donald Donna Doris Dorothy Doug Douglas Duncan Dylan Ed Eddie Edgar Eduardo Edward"
    " Edwin Eileen Elaine Elena Eli Elias Elisabeth Elise Elizabeth Ella Ellen Elliott Emil Emily Emma Emmanuel Enrique"
    " Eric Erica Erik Erika Erin Ernest Ernesto Esther Ethan Eugene Eva Evan Eve Evelyn Farid Fatima Faisal Felipe"
    " Felix Fernando Fiona Florence Frances Francesca Francesco Francis Francisco Franco Francois François Frank Franz"
    " Fred Frederic Frederick Friedrich Gabriel Gabriela Gail Gareth Gary Gavin Geoffrey George Georges Gerald Gerard"
    " Gerhard Gianni Giorgio Giovanni Giulia Giuseppe Glenn Gloria Gordon Grace Graham Grant Greg Gregory Greta Guillermo"
    " Gunter Gustav Guy Habib Hamid Hannah Hans Harold Harriet Harry Harvey Hasan Hassan Hector Heather Heidi Helen Helena"
    " Helmut Henri Henrik Henry Herbert Herman Hideo Hilary Hillary Hiroshi Hosni Howard Hugh Hugo Hussein Ian Ibrahim"
    " Igor Ihor Ilham Ilya Imran Ingrid Irene Irina Iryna Isaac Isabel Isabella Ivan Ivanka Jack Jackie Jacob Jacques"
    " Jaime Jake Jakob Jamal James Jamie Jan Jane Janet Janice Jared Jason Javier Jay Jean Jeff Jeffrey Jennifer Jenny"
    " Jens Jeremy Jerome Jerry Jesse Jessica Jesus Jill Jim Jimmy Joachim Joan Joanna Joe Joel Johan Johannes John"
    " Johnny Jon Jonathan Jordan Jorge Jose José Josef Joseph Josh Joshua Joyce Juan Juanita Judith Judy Julia Julian"
    " Julie Julio Jun Justin Kamal Kamala Karen Karim Karin Karl Kate Katherine Kathleen Kathryn Kathy Katie Kay Keith"
    " Kelly Ken Kenji Kenneth Kevin Khaled Khalid Kim Kimberly Kirill Klaus Kofi Konstantin Kristin Kumar Kurt Kyle"
    " Lars Larry Laura Lauren Laurence Laurent Lawrence Leah Lee Leila Lena Leo Leon Leonard Leonid Leslie Li Liam Lidia"
    " Lila Lillian Linda Lindsay Lindsey Lisa Liz Lloyd Lois Loretta Lori Louis Louise Lucas Lucia Lucy Luigi Luis Luisa"
    " Luiz Lukas Luke Lydia Lynn Madeleine Mahmoud Manuel Marc Marcel Marcelo Marco Marcos Marcus Margaret Maria María"
    " Marian Marianne Marie Marilyn Marina Mario Marion Marjorie Mark Markus Marta Martha Martin Martina Marvin Mary"
    " Maryna Masako Mathieu Matt Matteo Matthew Matthias Maurice Max Maxim Maxime Maya Megan Mehdi Mehmet Mei Melanie"
    " Melissa Mercedes Meredith Michael Michaela Michel Michele Michelle Miguel Mikhail Mike Mikhailo Mila Milan Ming"
    " Miriam Mitch Mitchell Mitt Mohamed Mohammad Mohammed Moises Molly Mona Monica Morgan Moses Mostafa Muhammad Mustafa"
    " Mykhailo Mykola Myron Nabil Nadia Nancy Naomi Narendra Natalia Natalie Natasha Nathan Neil Nelson Nevin Nicholas"
    " Nick Nicola Nicolas Nicole Nigel Nikita Nikolai Nikolay Nina Noah Noel Nora Norman Nuri Oksana Oleg Oleh Oleksandr"
    " Oleksii Oleksiy Olena Olga Olha Oliver Olivia Olivier Omar Orlando Oscar Osama Otto Owen Pablo Pamela Paolo"
    " Patrice Patricia Patrick Paul Paula Paulo Pavel Pavlo Pedro Peggy Penelope Penny Per Pete Peter Petro Phil Philip"
    " Philippe Phillip Pierre Piotr Polly Priya Qasim Rachel Rafael Raj Rajesh Ralph Ramon Ramzan Randall Randy Raul Ray"
    " Raymond Rebecca Recep Regina Rene Renee Reza Ricardo Richard Rick Rishi Rob Robert Roberta Roberto Robin Rodney"
    " Rodrigo Roger Roland Rolf Roman Ron Ronald Rosa Rose Rosemary Ross Roy Ruben Rudolf Rudy Rupert Ruslan Russell Ruth"
    " Ryan Said Saddam Salma Salman Sally Salvador Sam Samantha Samir Samuel Sandra Sandy Sanjay Sara Sarah Saul Scott"
    " Sean Sebastian Serena Serge Sergei Sergey Sergio Serhii Serhiy Shane Shannon Sharon Shawn Sheila Shinzo Shirley"
    " Sidney Silvia Silvio Simon Simone Sofia Sonia Sophia Sophie Spencer Stacey Stan Stanley Stefan Stella Stephanie"
    " Stephen Steve Steven Stuart Sue Suleiman Susan Susanne Suzanne Sven Svetlana Sylvia Takeshi Tamara Tanya Tara Tariq"
    " Tarek Taras Tatiana Ted Teresa Terrence Terry Tetiana Thad Theodore Theresa Thomas Tiffany Tim Timothy Tina Tobias"
    " Todd Tom Tomas Tommy Toni Tony Tracy Travis Trevor Tyler Umar Ursula Vadim Valentin Valentina Valerie Valeriy"
    " Vanessa Vasyl Vera Veronica Viacheslav Victor Victoria Viktor Vincent Virginia Vitali Vitalii Vitaly Vivek Vivian"
    " Vladimir Volodymyr Vyacheslav Wael Walter Wanda Warren Wayne Wei Wendy Werner Wilhelm William Winston Wolfgang"
    " Xavier Xi Yana Yasser Yevgeny Yevhen Yoko Yolanda Yoshihiko Yousef Youssef Yuri Yurii Yuriy Yusuf Yves Yvonne"
    " Zachary Zainab Zoe Zhang Zhou Zsuzsanna"
)
#: Given names of women in the list above.
_WOMEN: Final = words(
    "Abigail Ada Aisha Alexandra Alice Alicia Alison Alma Amanda Amber Amina Amy Ana Anastasia Angela Angelina Anita Ann"
    " Anna Anne Annie Astrid Audrey Barbara Beatrice Beth Betty Brenda Brigitte Camille Carla Carmen Carol Caroline Carolyn"
    " Catherine Cecilia Charlotte Cheryl Chloe Christina Christine Claire Clara Claudia Connie Cristina Cynthia Daniela"
    " Danielle Dawn Deborah Debra Denise Diana Diane Dilma Donna Doris Dorothy Eileen Elaine Elena Elisabeth Elise"
    " Elizabeth Ella Ellen Emily Emma Erica Erika Erin Esther Eva Eve Fatima Fiona Florence Frances Francesca Gabriela Gail"
    " Giulia Gloria Grace Greta Hannah Harriet Heather Heidi Helen Helena Hilary Hillary Ingrid Irene Irina Iryna Isabel"
    " Isabella Ivanka Jane Janet Janice Jennifer Jenny Jessica Jill Joan Joanna Joyce Juanita Judith Judy Julia Julie Kamala"
    " Karen Karin Kate Katherine Kathleen Kathryn Kathy Katie Kimberly Kristin Laura Lauren Leah Leila Lena Lidia Lila Lillian"
    " Linda Lisa Liz Lois Loretta Lori Louise Lucia Lucy Luisa Lydia Madeleine Margaret Maria María Marianne Marie Marilyn"
    " Marina Marjorie Marta Martha Martina Mary Maryna Masako Maya Megan Melanie Melissa Mercedes Meredith Michaela Michelle"
    " Mila Miriam Molly Mona Monica Nadia Nancy Naomi Natalia Natalie Natasha Nicole Nina Nora Oksana Olena Olga Olha Olivia"
    " Pamela Patricia Paula Peggy Penelope Penny Polly Priya Rachel Rebecca Regina Renee Roberta Rosa Rose Rosemary Ruth Sally"
    " Salma Samantha Sandra Sara Sarah Serena Sharon Sheila Shirley Silvia Sofia Sonia Sophia Sophie Stella Stephanie Sue Susan"
    " Susanne Suzanne Svetlana Sylvia Tamara Tanya Tara Tatiana Teresa Tetiana Theresa Tiffany Tina Ursula Valentina Valerie"
    " Vanessa Vera Veronica Victoria Virginia Wanda Wendy Yoko Yolanda Yvonne Zainab Zoe Zsuzsanna"
)
#: Given names there that women and men bear, or families.
_EITHER: Final = words(
    "Akira Alex Allen Alok Andrea Angel Ariel Ashley August Austin Bernie Billy Bobby Cameron Chen Chris Claude Cole Craig Dale"
    " Dana Dante Dean Denis Dominique Dylan Eddie Eli Elias Francis Franco Gabriel Grant Habib Hideo Ilham Ilya Jackie Jaime"
    " Jamie Jan Jay Jean Jesse Jesus Jordan Jun Kay Kelly Ken Kim Kumar Kyle Lane Laurence Laurent Lee Leslie Li Lindsay Lindsey"
    " Luca Lynn Marian Marion Marc Mei Michel Michele Milan Ming Mitchell Morgan Nelson Nevin Nicola Nikita Noel Orlando Paris"
    " Pat Patrice Per Randy Ray Rene Robin Ronnie Rory Ross Roy Said Sam Sandy Sasha Shannon Shane Shawn Simone Spencer Stacey"
    " Suleiman Taras Terry Toni Tracy Vivek Vivian Warren Wei Xi Yuri Zhang Zhou"
)


def gender(given: str) -> Literal["she", "he"] | None:
    """Return the pronoun that a bearer of the given name nearly always has, None where it does not tell."""
    if given in _WOMEN:
        return "she"
    return "he" if given in GIVEN_NAMES and given not in _EITHER else None
