using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SolidLoonfiches.Dossiers.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Disputes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "disputes",
                table: "decision_steps",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "access_grant",
                table: "consents",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "disputes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slip_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    line = table.Column<int>(type: "integer", nullable: true),
                    label = table.Column<string>(type: "text", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    claimed = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    answered_by = table.Column<string>(type: "text", nullable: true),
                    answer_text = table.Column<string>(type: "text", nullable: true),
                    right_amount = table.Column<long>(type: "bigint", nullable: true),
                    right_net = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disputes", x => x.id);
                    table.ForeignKey(
                        name: "fk_disputes_dossiers_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_disputes_slips_slip_id",
                        column: x => x.slip_id,
                        principalTable: "slips",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_disputes_staff_answered_by",
                        column: x => x.answered_by,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "let_in_offices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    consent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    web_id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    let_in_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    put_out_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_let_in_offices", x => x.id);
                    table.ForeignKey(
                        name: "fk_let_in_offices_consents_consent_id",
                        column: x => x.consent_id,
                        principalTable: "consents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_disputes_answered_by",
                table: "disputes",
                column: "answered_by");

            migrationBuilder.CreateIndex(
                name: "ix_disputes_dossier_id",
                table: "disputes",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_disputes_one_of_line",
                table: "disputes",
                columns: new[] { "slip_id", "line" },
                unique: true,
                filter: "answered_at IS NULL AND line IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_disputes_one_of_net",
                table: "disputes",
                column: "slip_id",
                unique: true,
                filter: "answered_at IS NULL AND line IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_disputes_open",
                table: "disputes",
                column: "raised_at",
                filter: "answered_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_let_in_offices_consent_id",
                table: "let_in_offices",
                column: "consent_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "disputes");

            migrationBuilder.DropTable(
                name: "let_in_offices");

            migrationBuilder.DropColumn(
                name: "disputes",
                table: "decision_steps");

            migrationBuilder.DropColumn(
                name: "access_grant",
                table: "consents");
        }
    }
}
